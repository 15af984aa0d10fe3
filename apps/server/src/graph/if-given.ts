/** A field that is there only if it has a value: a use case tells what is absent from what is empty. */
export function ifGiven<K extends string, T>(
  name: K,
  value: T | null | undefined,
): { readonly [name in K]?: T } {
  const given: { [name in K]?: T } = {}
  if (value !== null && value !== undefined) given[name] = value
  return given
}
