/** The types of files that are taken, and the extensions by which people call them. The one table: doors, checks and documents read it. */
export const FILE_TYPES = {
  'application/pdf': { sniffed: 'application/pdf', extensions: ['pdf'] },
  'image/png': { sniffed: 'image/png', extensions: ['png'] },
  'image/jpeg': { sniffed: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  // GB/T 33190: a zip archive whose root is OFD.xml.
  'application/ofd': { sniffed: 'application/zip', extensions: ['ofd'], root: 'OFD.xml' },
} as const satisfies Record<string, FileKind>;

interface FileKind {
  /** What the first bytes say. */
  sniffed: string;
  extensions: readonly string[];
  /** The member that makes the archive what it is. */
  root?: string;
}

export type FileType = keyof typeof FILE_TYPES;
export const fileTypes = Object.keys(FILE_TYPES) as FileType[];
export const kindOf = (type: FileType): FileKind => FILE_TYPES[type];

/** Whether a file of this type may be called so. */
export const isCalled = (name: string, type: FileType): boolean =>
  kindOf(type).extensions.includes(/\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? '');
