import { setNonce } from 'get-nonce'

/** Tell the parts that make styles of their own (the lock on scrolling behind a dialog) the nonce of the document. */
export function setStyleNonce(nonce: string | undefined): void {
  if (nonce !== undefined) setNonce(nonce)
}
