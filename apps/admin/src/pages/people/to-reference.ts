/** Somebody, as the API wants whoever is put into a group or given a role to be named. */
export function toReference(userId: string): { readonly '@odata.id': string } {
  return { '@odata.id': `${location.origin}/v1.0/users/${userId}` }
}
