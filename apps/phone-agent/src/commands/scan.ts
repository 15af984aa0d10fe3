import { readHybridCode } from '@latchkey/ctap/hybrid'
import type { Agent } from '../agent.ts'
import type { PictureSource } from '../qr/take-picture.ts'
import { findCode, isHybridText } from './find-code.ts'

/** Say what a QR code asks for. Nothing is opened and nobody is told. @returns whether there was one */
export async function scan(agent: Agent, source: PictureSource): Promise<boolean> {
  const { terminal } = agent
  const { scan: said } = agent.words.agent
  terminal.say(said.looking)
  const text = await findCode(agent, source)
  if (text === undefined) {
    terminal.say(said.none)
    return false
  }
  if (!isHybridText(text)) {
    terminal.say(said.other)
    terminal.say(text)
    return true
  }
  const { hint } = readHybridCode(text)
  terminal.say(hint === 'mc' ? said.asks.make : hint === 'ga' ? said.asks.get : said.asks.other)
  return true
}
