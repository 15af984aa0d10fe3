/** A picture of an organisation, as we encoded it. */
export interface BrandImage {
  readonly tenantId: string
  /** The SHA-256 of the bytes, as 64 hexadecimal digits. */
  readonly imageId: string
  /** PNG. */
  readonly png: Uint8Array
  /** In pixels. */
  readonly width: number
  readonly height: number
  readonly createdAt: Date
}

export interface BrandImageStore {
  /** Keep it; the same picture is kept once. */
  put(image: BrandImage): Promise<void>
  find(tenantId: string, imageId: string): Promise<BrandImage | undefined>
  /** Remove every picture of an organisation but these. */
  removeOthers(tenantId: string, kept: readonly string[]): Promise<void>
}
