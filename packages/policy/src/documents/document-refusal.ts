/**
 * A document that is not what it must be: where, and why.
 *
 * Refusals are expected: the edge answers 400 and names the place.
 */
export class DocumentRefusal extends Error {
  override readonly name = 'DocumentRefusal'
  readonly code = 'document_invalid'
  /** Where in the document: `includeTargets[0].id`. Empty for the whole. */
  readonly path: string
  readonly detail: string

  constructor(path: string, detail: string) {
    super(path === '' ? detail : `${path}: ${detail}`)
    this.path = path
    this.detail = detail
  }
}
