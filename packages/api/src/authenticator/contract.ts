/** Where an authenticator of ours runs. Each has an AAGUID of its own. */
export const surfaces = ['extension', 'phoneApp', 'agent'] as const
export type Surface = (typeof surfaces)[number]

/** The AAGUID of each: random once, published, never used for another. */
export const surfaceAaguids: Readonly<Record<Surface, string>> = {
  extension: '888d21e1-4a6b-47f4-89e8-8a51368c47ab',
  phoneApp: '18cf9cd9-f298-437f-b66f-abd9972a7e18',
  agent: '67ebfe57-3a0a-417e-a8c7-4cfe2b10805d',
}

/** What a device says of itself when it registers. None of it is proven. */
export interface DeviceDescription {
  readonly surface: Surface
  /** What its owner calls it, 1 to 60 characters. */
  readonly name: string
  /** `Linux`, `Android`, `Windows` …, with the version where it is known. */
  readonly operatingSystem: string
  readonly operatingSystemVersion: string
  /** Of the app: `1.2.3`. */
  readonly appVersion: string
}

/** A device asks to be registered. Bytes are base64url. */
export interface DeviceRegistration extends DeviceDescription {
  /** PKCS #10 in DER, signed by the device's own key on P-256. */
  readonly csr: string
  /** The device's former registration, if the account was here already: it is renewed, not doubled. */
  readonly formerDeviceId?: string
  /** What the TPM says of the key. */
  readonly tpm?: TpmEvidence
}

/** A TPM's word that it made the device's key and keeps it. Bytes are base64url. */
export interface TpmEvidence {
  /** TPM2B_PUBLIC of the attestation key and of the device key. */
  readonly attestationKey: string
  readonly deviceKey: string
  /**
   * TPMS_ATTEST of TPM2_CertifyCreation over the device key, with SHA-256 of the CSR as qualifying data, and the attestation
   * key's signature (TPMT_SIGNATURE).
   */
  readonly certifyInfo: string
  readonly signature: string
}

/** A device of ours, as the server knows it. */
export interface RegisteredDevice {
  readonly deviceId: string
  readonly name: string
  readonly surface: Surface
  readonly aaguid: string
  readonly appVersion: string
  readonly evidence: 'software' | 'tpm'
  readonly state: 'active' | 'expired' | 'revoked'
  /** ISO 8601. Until then its certificate vouches for passkeys it makes. */
  readonly expiresAt: string
  /** It asks for a new certificate from then on. */
  readonly renewsAt: string
  /** The app is older than the organisation accepts: no new passkey until it is updated. */
  readonly tooOld: boolean
  readonly leastAppVersion?: string
}

/** The account an authenticator is registered for. */
export interface AuthenticatorAccount {
  readonly tenantId: string
  readonly organisation: string
  readonly userId: string
  readonly userName: string
  readonly displayName: string
  /** The relying party's, and the origins its pages are on. */
  readonly rpId: string
  readonly origins: readonly string[]
  /** base64url */
  readonly userHandle: string
  /** The number of the organisation’s own tunnel service, 256 to 65535, if it has one: for who answers QR codes. */
  readonly tunnelDomain?: number
}

/** What a registration gives. Bytes are base64url. */
export interface RegisteredAnswer {
  readonly device: RegisteredDevice
  readonly account: AuthenticatorAccount
  /** The device's certificate and that of the organisation's device CA, in DER. */
  readonly x5c: readonly string[]
}

/** A passkey of the account, wherever it is kept. */
export interface AccountPasskey {
  /** The credential ID, base64url. */
  readonly id: string
  readonly name: string
  readonly model?: string
  readonly synced: boolean
  /** Whether this very device made it. */
  readonly here: boolean
  readonly createdAt: string
  readonly lastUsedAt?: string
}

/** Another way to sign in; an authenticator shows it and does not change it. */
export interface AccountMethod {
  readonly kind: 'password' | 'code' | 'temporaryAccessPass' | 'push'
  readonly name?: string
  /** Of codes: what the server calls them. */
  readonly id?: string
}

/** What the server says to a device about its account. */
export interface AccountAnswer {
  readonly account: AuthenticatorAccount
  readonly device: RegisteredDevice
  readonly passkeys: readonly AccountPasskey[]
  readonly methods: readonly AccountMethod[]
  /** What the organisation lets this person set up on this surface. */
  readonly offers: {
    readonly passkey: boolean
    /** Of a web app: a key that it keeps itself, for browsers that are linked with it. */
    readonly ownKey: boolean
    readonly push: boolean
    readonly codes: boolean
  }
}

/** What a device signs to say that a request is its own: the payload of the JWT in `Authorization: Device …`. */
export interface DeviceProofClaims {
  /** The tenant. */
  readonly tid: string
  readonly htm: string
  /** The address without query. */
  readonly htu: string
  /** Seconds since 1970. */
  readonly iat: number
  /** 16 random bytes or more, base64url: a change is made once. */
  readonly jti: string
  /** SHA-256 of the body, base64url; absent without one. */
  readonly bh?: string
  /** The version of the app by now, `1.2.3`: what the server knows of it is brought up to date. */
  readonly ver?: string
}

/** The `typ` of that JWT; its `kid` is the device id, its `alg` ES256. */
export const deviceProofType = 'latchkey-device+jwt'

/**
 * How a surface that has no cookie gets its session's token: code and PKCE at the organisation's provider
 * (`<server>/<tenant or organizations>/oauth2/v2.0/authorize`), as this public client, in this scope. The answer comes to
 * `<server><redirectPath>`, or to `http://127.0.0.1:<any port>/`.
 */
export const authenticatorClient = {
  clientId: '01cb2876-7ebd-4aa4-9cc9-d28bd4d359a9',
  scope: 'openid api://01cb2876-7ebd-4aa4-9cc9-d28bd4d359a9/access_as_user',
  redirectPath: '/authenticator/added',
} as const

/** Options of a new passkey: `POST /authenticator/api/passkeys/begin`. They are those of WebAuthn, in JSON. */
export interface BegunPasskey {
  readonly options: unknown
}

/** A new passkey, as WebAuthn says it in JSON: `POST /authenticator/api/passkeys/finish`. */
export interface PasskeyToFinish {
  readonly response: unknown
  /** What its owner calls it; absent, the server proposes something. */
  readonly name?: string
}

/** What came of it. */
export interface FinishedPasskey {
  readonly passkey: AccountPasskey
}

/** A device certificate, renewed: `POST /authenticator/api/devices/renew`. */
export interface RenewedAnswer {
  readonly device: RegisteredDevice
  readonly x5c: readonly string[]
}

/** A key for one-time codes: `POST /authenticator/api/codes/begin`. Kept once `codes/finish` has `{sealed, code, name}`. */
export interface BegunAuthenticatorCodes {
  /** base32 */
  readonly secret: string
  /** `otpauth://…` */
  readonly uri: string
  /** Given back as it is. */
  readonly sealed: string
}
