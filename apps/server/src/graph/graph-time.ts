/** An instant as Graph writes it: whole seconds have no fraction. */
export function toGraphTime(at: Date): string {
  return at.toISOString().replace('.000Z', 'Z')
}
