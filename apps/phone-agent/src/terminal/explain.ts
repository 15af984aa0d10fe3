import { ApiProblem } from '@latchkey/api'
import { HybridRefusal } from '@latchkey/ctap/hybrid'
import { KeeperRefusal } from '@latchkey/keeper'
import { findProblemWords } from '@latchkey/words'
import type { AuthenticatorWords } from '@latchkey/words/authenticator'
import { SignInRefusal } from '../browser/sign-in.ts'
import { CommandFault } from '../cli/read-command.ts'
import { ConfigFault } from '../config.ts'
import { PictureFault } from '../qr/take-picture.ts'
import { RadioFault } from '../radio/radio.ts'
import { TunnelFault } from '../tunnel/dial-tunnel.ts'
import { NoTunnel } from '../tunnel/find-tunnel.ts'

/** Put what went wrong into words: lines to print. `undefined` if nobody foresaw it. */
export function explain(cause: unknown, words: AuthenticatorWords): readonly string[] | undefined {
  const { agent } = words
  if (cause instanceof CommandFault || cause instanceof ConfigFault) {
    return [agent.notUnderstood({ what: cause.message }), agent.seeHelp]
  }
  if (cause instanceof ApiProblem) return explainProblem(cause, words)
  if (cause instanceof KeeperRefusal) return explainRefusal(cause, words)
  if (cause instanceof SignInRefusal) return [agent.add.refused({ reason: cause.message })]
  if (cause instanceof RadioFault) return [agent.fault.radio]
  if (cause instanceof TunnelFault) return [agent.fault.tunnel({ host: cause.message })]
  if (cause instanceof NoTunnel) return [agent.fault.noTunnel]
  if (cause instanceof PictureFault) return [agent.scan.noPicture({ what: cause.message })]
  if (cause instanceof HybridRefusal) return [agent.answer.refused]
  return undefined
}

function explainProblem({ code }: ApiProblem, words: AuthenticatorWords): readonly string[] {
  const known = findProblemWords(words, code)
  if (known === undefined) return [words.agent.fault.server({ reason: code })]
  return [known.title, known.reason, known.next]
}

function explainRefusal({ code, cause }: KeeperRefusal, words: AuthenticatorWords): readonly string[] {
  const { agent } = words
  switch (code) {
    case 'passkey_refused':
      return [agent.create.refused, ...(cause instanceof ApiProblem ? explainProblem(cause, words) : [])]
    case 'link_gone':
      return [words.links.agent.broken]
    case 'device_not_registered':
    case 'account_unknown':
      return [agent.fault.unregistered]
    case 'storage_unreadable':
    case 'seal_broken':
      return [agent.fault.unreadable]
    case 'lock_not_set_up':
    case 'locked':
      return [agent.pin.none]
    case 'wiped':
      return [agent.pin.wiped]
    default:
      return [agent.fault.server({ reason: code })]
  }
}
