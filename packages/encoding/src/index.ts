/**
 * Bytes and what they are written in: base64url, hexadecimal, UTF-8, strict CBOR and COSE keys. Pure, and at home in a
 * browser. DER and X.509 are behind a second door, `@latchkey/encoding/x509`.
 */
export { Base64urlRefusal, type Base64urlRefusalCode, fromBase64url, toBase64url } from './base64url.ts'
export { ByteReader } from './byte-reader.ts'
export { concatBytes, equalBytes } from './bytes.ts'
export {
  type CborKey,
  type CborLimits,
  type CborMap,
  type CborValue,
  encodeCbor,
  isCanonicalCbor,
  readCbor,
  readCborPrefix,
} from './cbor.ts'
export { CborRefusal, type CborRefusalCode } from './cbor-refusal.ts'
export { type CoseKey, type EcCurve, type EdCurve, fromCoseMap, readCoseKey, toCoseKey } from './cose-key.ts'
export { CoseKeyRefusal, type CoseKeyRefusalCode } from './cose-refusal.ts'
export { fromHex, HexRefusal, toHex } from './hex.ts'
export { fromUtf8, toUtf8, Utf8Refusal } from './utf8.ts'
