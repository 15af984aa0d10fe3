/** What a front end knows before it asks for anything: written into its document by the server. */
export interface Boot {
  /** BCP 47; one that there are words for. */
  readonly language: string
  readonly person: { readonly userId: string; readonly displayName: string; readonly userName: string }
  /** By their names in code: `globalAdministrator`. */
  readonly roles: readonly string[]
  readonly organisation: {
    readonly tenantId: string
    readonly displayName: string
    /** The address of the logo, if there is one, and of the one for dark pages. */
    readonly logo?: string | undefined
    readonly logoOnDark?: string | undefined
    /** How to reach the help desk: what to read, and where it leads (`mailto:`, `tel:` or `https:`) if anywhere. */
    readonly helpDesk: { readonly text: string; readonly href?: string | undefined }
  }
  readonly rpId: string
}

/** Read what the server wrote into the document. @throws Error if it is not one of ours */
export function readBoot(document: Pick<Document, 'getElementById'>): Boot {
  const text = document.getElementById('boot')?.textContent
  if (text === undefined || text === null) throw new Error('the document carries no boot data')
  return JSON.parse(text)
}
