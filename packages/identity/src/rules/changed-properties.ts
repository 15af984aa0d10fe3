/** Where two documents differ, and what stands there in each; a list differs as a whole. */
export interface ChangedProperty {
  /** `fido2.state`. Empty: the whole document. */
  readonly path: string
  readonly before: unknown
  readonly after: unknown
}

/** List where two documents differ, in the order of their properties. */
export function changedProperties(before: unknown, after: unknown, path = ''): readonly ChangedProperty[] {
  if (!isObject(before) || !isObject(after)) {
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }]
  }
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) =>
    changedProperties(was.get(key), is.get(key), path === '' ? key : `${path}.${key}`),
  )
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
