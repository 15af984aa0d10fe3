/**
 * What the page’s script uses of the page’s world, taken before any script of the page ran: afterwards a page may put
 * its own functions in the place of these, and would be handed our port as `this`.
 */
export const { apply } = Reflect
export const { defineProperty } = Object
export const post = MessagePort.prototype.postMessage
export const listen = EventTarget.prototype.addEventListener
export const stopListening = EventTarget.prototype.removeEventListener

/** What arrived, read with the browser’s own getter: a replaced one would see the event, and through it the port. */
const dataGetter = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data')?.get
export function dataOf<Data>(event: MessageEvent<Data>): Data {
  return dataGetter === undefined ? event.data : apply(dataGetter, event, [])
}
