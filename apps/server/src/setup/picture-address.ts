/** Where the pictures are that organisations put into the guide. */
export const guidePicturePlace = '/setup/pictures'

/** The address of one. It is the hash of what is there, so it may be kept for ever. */
export function guidePictureAddress(tenantId: string, pictureId: string): string {
  return `${guidePicturePlace}/${tenantId}/${pictureId}.png`
}
