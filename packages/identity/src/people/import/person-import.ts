/** A file of people that somebody brought, and what became of it. */
export interface PersonImport {
  readonly tenantId: string
  /** UUIDv7. */
  readonly importId: string
  /** What the file is called. */
  readonly name: string
  readonly state: ImportState
  readonly createdAt: Date
  /** A user id, or what kind of actor it was. */
  readonly createdBy: string
}

/** `draft`: parts of the file come in. `previewed`: it was read. Then it is carried out, and may be undone, in batches. */
export type ImportState = 'draft' | 'previewed' | 'committing' | 'committed' | 'undoing' | 'undone'

/** What a line is to do (`create`, `change`), did (`created`, `changed`), or what became of it when it was undone. */
export type ImportLineState =
  | 'create'
  | 'change'
  | 'unchanged'
  | 'refused'
  | 'created'
  | 'changed'
  | 'undone'
  | 'kept'

/** Why a line is refused, or was kept when the import was undone. */
export type ImportReason =
  | 'userName'
  | 'displayName'
  | 'givenName'
  | 'surname'
  | 'mail'
  | 'preferredLanguage'
  | 'enabled'
  /** It has more fields than there are columns. */
  | 'fields'
  /** The same user name stands on a line before. */
  | 'twice'
  /** A group that is not there. */
  | 'group'
  | 'not_permitted'
  | 'already_exists'
  | 'last_administrator'
  /** Kept: they have signed in since. */
  | 'signed_in'
  /** Kept: they have something to sign in with by now. */
  | 'has_methods'
  /** Kept: somebody changed them since. */
  | 'changed_since'
  /** They are not there any more. */
  | 'gone'

/** What a line says of a person. What is absent it says nothing of. */
export interface ImportedFacts {
  readonly userName: string
  readonly displayName?: string
  readonly givenName?: string
  readonly surname?: string
  readonly mail?: string
  readonly preferredLanguage?: string
  readonly enabled?: boolean
  /** By name. */
  readonly groups?: readonly string[]
}

/** What of a person an import changes. */
export interface ChangedFacts {
  readonly displayName: string
  readonly givenName?: string
  readonly surname?: string
  readonly mail?: string
  readonly preferredLanguage?: string
  readonly enabled: boolean
}

/** A line of the file. */
export interface ImportLine {
  /** In the file; the first is 1. */
  readonly line: number
  readonly facts: ImportedFacts
  readonly state: ImportLineState
  readonly reason?: ImportReason
  readonly userId?: string
  /** How the person was before and after, and the groups they were put into: for undoing. */
  readonly did?: {
    readonly before?: ChangedFacts
    readonly after: ChangedFacts
    readonly groupIds: readonly string[]
  }
}

/** Imports, the parts of their files, and their lines. */
export interface PersonImportStore {
  insert(wanted: PersonImport): Promise<void>
  find(tenantId: string, importId: string): Promise<PersonImport | undefined>
  /** Newest first. */
  list(tenantId: string, limit: number): Promise<readonly PersonImport[]>
  putState(tenantId: string, importId: string, state: ImportState): Promise<void>
  /** Keep a part of the file; the same number again replaces it. */
  putPart(tenantId: string, importId: string, number: number, text: string): Promise<void>
  /** In the order of their numbers. */
  listParts(tenantId: string, importId: string): Promise<readonly string[]>
  removeParts(tenantId: string, importId: string): Promise<void>
  /** Forget what the lines were, and keep these. */
  replaceLines(tenantId: string, importId: string, lines: readonly ImportLine[]): Promise<void>
  putLine(tenantId: string, importId: string, line: ImportLine): Promise<void>
  /** In the order of the file; `after` is a line, exclusive. */
  listLines(
    tenantId: string,
    importId: string,
    query: {
      readonly states: readonly ImportLineState[]
      readonly limit: number
      readonly after?: number
    },
  ): Promise<readonly ImportLine[]>
  countLines(tenantId: string, importId: string): Promise<Readonly<Partial<Record<ImportLineState, number>>>>
  /** Forget imports of before, and their lines. @returns how many */
  removeBefore(before: Date): Promise<number>
}
