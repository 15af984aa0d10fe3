import {
  type Answered,
  type Asked,
  askForPort,
  ceremonyChannel,
  type FromPage,
  handOver,
  type Signalled,
  type Told,
  type ToPage,
} from './messages.ts'
import { type Conversation, webExtension } from './web-extension.ts'

/**
 * Stands between the page’s script and the background, in a world of its own that no page reaches. Each ceremony is
 * one conversation with the background: when the page goes, so does the conversation, and with it the window.
 */
function bridge(port: MessagePort): void {
  const ceremonies = new Map<number, Conversation<Answered, Asked>>()

  port.onmessage = ({ data }: MessageEvent<FromPage>) => {
    if ('signalled' in data) void tell(data.signalled)
    else if ('aborted' in data) end(data.id)
    else begin(data.id, data.asked)
  }

  function begin(id: number, asked: Asked): void {
    const answer = (answered: Answered) => {
      if (ceremonies.delete(id)) port.postMessage({ id, answered } satisfies ToPage)
    }
    try {
      const conversation = webExtension.runtime.connect<Answered, Asked>({ name: ceremonyChannel })
      ceremonies.set(id, conversation)
      conversation.onMessage.addListener((answered) => {
        answer(answered)
        conversation.disconnect()
      })
      conversation.onDisconnect.addListener(() =>
        answer({ outcome: 'refused', name: 'NotAllowedError', message: 'The request was not completed.' }),
      )
      conversation.postMessage(asked)
    } catch {
      // The extension was updated under the page. Until it is loaded again, the page has the browser alone.
      port.postMessage({ id, answered: { outcome: 'native' } } satisfies ToPage)
    }
  }

  function end(id: number): void {
    ceremonies.get(id)?.disconnect()
    ceremonies.delete(id)
  }

  async function tell(signalled: Signalled): Promise<void> {
    const told: Told = { told: 'signal', signalled }
    try {
      await webExtension.runtime.sendMessage(told)
    } catch {
      // The extension was updated under the page, or nobody had an answer to give.
    }
  }
}

/** The page’s script may be there before us or after us; the page’s own are not there yet. */
function handOverPort(): void {
  const { port1, port2 } = new MessageChannel()
  const offer = () => {
    // Events are delivered at once: by the time a page listens, the port has been taken.
    const isTaken = !dispatchEvent(new MessageEvent(handOver, { ports: [port2], cancelable: true }))
    if (isTaken) removeEventListener(askForPort, offer)
    return isTaken
  }
  bridge(port1)
  if (!offer()) addEventListener(askForPort, offer)
}

handOverPort()
