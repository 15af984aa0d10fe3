import type { MetadataModel, StatusReport } from '@latchkey/webauthn'

/** What is held of the metadata service as a whole. */
export interface MetadataState {
  /** The number of the BLOB. It only grows. */
  readonly number: number
  /** When its publisher promised the next one. */
  readonly nextUpdate: Date
  readonly loadedAt: Date
  /** How many models it names. */
  readonly models: number
}

/** A model as a list shows it: without its roots, and without its icon. */
export type ListedModel = Pick<
  MetadataModel,
  'aaguid' | 'description' | 'attachmentHint' | 'keyProtection' | 'statusReports'
> & { readonly hasIcon: boolean }

/** The metadata of the instance. It is public, so there is one for everybody; who trusts it is for each tenant to say. */
export interface MetadataStore {
  findState(): Promise<MetadataState | undefined>
  /**
   * Put these models in the place of all that were held. One unit.
   *
   * @param given.evenIfOlder the operator says so: begin anew, whatever was held
   * @returns false, and nothing changes, if what is held has this number already, or a higher one
   */
  replace(
    state: MetadataState,
    models: readonly MetadataModel[],
    given?: { readonly evenIfOlder: true },
  ): Promise<boolean>
  find(aaguid: string): Promise<MetadataModel | undefined>
  /** The status reports of one model alone: short, and by key, for every sign-in to look at. */
  findStatusReports(aaguid: string): Promise<readonly StatusReport[] | undefined>
  /** Every model, by name and AAGUID. There are some hundreds. */
  list(): Promise<readonly ListedModel[]>
}
