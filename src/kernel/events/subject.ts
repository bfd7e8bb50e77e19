/** Anything a limit, a message or a licence can be about: named by the module that owns it, never joined to. */
export interface SubjectRef {
  kind: string;
  id: string;
}
