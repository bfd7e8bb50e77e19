/** A role that somebody holds, for one unit, for an area with everything below it, or (with neither) everywhere. */
export interface Grant {
  role: string;
  unit?: string;
  area?: string;
}

/** Who is asking. `platform` is the software itself: listeners, clocks, imports it runs for nobody. */
export interface Actor {
  kind: 'person' | 'staff' | 'partner' | 'platform' | 'nobody';
  id: string;
  /** Parties this actor may speak for: oneself and those who gave a recorded authority. */
  parties: readonly string[];
  /** Those of the parties that are legal persons whose legal representative this actor is. */
  represents?: readonly string[];
  grants: readonly Grant[];
}

/** Oneself and the legal persons whose representative one is: the representative's acts are the legal person's own (《民法典》第六十一条). */
export const inPerson = ({ id, represents = [] }: Actor): string[] => [id, ...represents];

export const nobody: Actor = { kind: 'nobody', id: 'nobody', parties: [], grants: [] };

export function platform(part: string): Actor {
  return { kind: 'platform', id: part, parties: [], grants: [] };
}
