import type { Evidence } from '@latchkey/policy'

/** A certificate that an organisation trusts for models it names. */
export interface OrganisationRoot {
  readonly tenantId: string
  /** UUIDv7. */
  readonly rootId: string
  readonly name: string
  /** X.509 in DER. */
  readonly certificate: Uint8Array
  /** The models it vouches for, lower-case UUIDs; it says nothing about any other. */
  readonly aaguids: readonly string[]
  /** What the administrator stated it proves. */
  readonly evidence: Exclude<Evidence, 'none'>
  readonly createdAt: Date
  /** The user id of who added it, or `operator`. */
  readonly createdBy: string
}

/** The authority of a tenant that vouches for devices of its own. */
export interface DeviceCa {
  readonly tenantId: string
  /** Self-signed X.509 in DER. */
  readonly certificate: Uint8Array
  /** PKCS#8, sealed. */
  readonly sealedPrivateKey: Uint8Array
  readonly createdAt: Date
}

/** A certificate that a device CA issued. */
export interface DeviceCertificate {
  readonly tenantId: string
  /** The certificate's serial number, lower-case hexadecimal. */
  readonly serialNumber: string
  readonly deviceId: string
  readonly aaguid: string
  /** Where the device keeps its keys, as far as it proved when it got the certificate. */
  readonly evidence: Exclude<Evidence, 'none'>
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly revokedAt?: Date
}

/** What a tenant trusts beside the metadata. */
export interface TrustStore {
  insertRoot(root: OrganisationRoot): Promise<void>
  /** By name. */
  listRoots(tenantId: string): Promise<readonly OrganisationRoot[]>
  findRoot(tenantId: string, rootId: string): Promise<OrganisationRoot | undefined>
  /** @returns whether it was there */
  removeRoot(tenantId: string, rootId: string): Promise<boolean>

  findDeviceCa(tenantId: string): Promise<DeviceCa | undefined>
  /** Keep a device CA if the tenant has none yet. @returns whether it was the first */
  insertFirstDeviceCa(ca: DeviceCa): Promise<boolean>
  /** Of every tenant: to seal their keys again. */
  listDeviceCas(): Promise<readonly DeviceCa[]>
  putSealedDeviceCaKey(tenantId: string, sealed: Uint8Array): Promise<void>

  insertDeviceCertificate(certificate: DeviceCertificate): Promise<void>
  findDeviceCertificate(tenantId: string, serialNumber: string): Promise<DeviceCertificate | undefined>
  /** Take back every certificate of a device that is not taken back yet. @returns how many */
  revokeDeviceCertificates(tenantId: string, deviceId: string, at: Date): Promise<number>
  /** Whether a certificate of a device was ever taken back, also of one that is not there any more. */
  wasDeviceRevoked(tenantId: string, deviceId: string): Promise<boolean>
}
