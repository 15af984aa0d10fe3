/** What an organisation says in a step of the guide instead of what we say. */
export interface GuideText {
  readonly title: string
  /** What to do, in order. */
  readonly lines: readonly string[]
  readonly hint?: string
}

/** A picture that an organisation put in the place of ours. */
export interface GuidePictureFacts {
  /** The SHA-256 of its bytes, as 64 hexadecimal digits. */
  readonly pictureId: string
  /** In pixels. */
  readonly width: number
  readonly height: number
}

/** What an organisation changed about one step, in one language. */
export interface GuideOverride {
  readonly tenantId: string
  /** As guidance names it. */
  readonly step: string
  readonly language: string
  readonly text?: GuideText
  readonly picture?: GuidePictureFacts
  readonly changedAt: Date
}

/** A picture as we encoded it. */
export interface GuidePictureFile extends GuidePictureFacts {
  readonly tenantId: string
  readonly png: Uint8Array
}

/** People who came with a system that no step was held against yet. */
export interface NewerSystem {
  readonly tenantId: string
  /** `iOS` */
  readonly system: string
  /** Its first number: `27`. */
  readonly version: string
  readonly firstSeenAt: Date
  readonly lastSeenAt: Date
  readonly visits: number
}

/** What organisations changed in the guide. */
export interface GuideOverrideStore {
  /** By step and language. */
  list(tenantId: string): Promise<readonly GuideOverride[]>
  listOfLanguage(tenantId: string, language: string): Promise<readonly GuideOverride[]>
  find(tenantId: string, step: string, language: string): Promise<GuideOverride | undefined>
  /** Keep it in the place of the one before. */
  put(override: GuideOverride): Promise<void>
  remove(tenantId: string, step: string, language: string): Promise<void>
}

/** Pictures that organisations put into the guide. */
export interface GuidePictureStore {
  /** Keep it; the same picture is kept once. */
  put(picture: GuidePictureFile): Promise<void>
  find(tenantId: string, pictureId: string): Promise<GuidePictureFile | undefined>
  /** Remove those that no step shows any more. */
  removeUnused(tenantId: string): Promise<void>
}

/** Systems that the guide does not know yet. */
export interface NewerSystemStore {
  /** Count one more visit with it. */
  note(
    seen: Omit<NewerSystem, 'firstSeenAt' | 'lastSeenAt' | 'visits'> & { readonly at: Date },
  ): Promise<void>
  /** Those that nobody has waved off, the latest first. */
  list(tenantId: string): Promise<readonly NewerSystem[]>
  /** Say no more about it. @returns whether there was anything to say */
  dismiss(tenantId: string, system: string, version: string): Promise<boolean>
}
