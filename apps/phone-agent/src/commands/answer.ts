import { readHybridCode } from '@latchkey/ctap/hybrid'
import { type InTurn, newTurns } from '@latchkey/keeper'
import type { Agent } from '../agent.ts'
import { type Answering, answerCalls } from '../links/answer-calls.ts'
import { PictureFault, type PictureSource } from '../qr/take-picture.ts'
import { explain } from '../terminal/explain.ts'
import { answerCode } from '../tunnel/answer-code.ts'
import { findCode, isHybridText } from './find-code.ts'

/** Find a browser's QR code and answer it. @returns whether a passkey was made or used */
export async function answer(agent: Agent, source: PictureSource): Promise<boolean> {
  const { terminal, words } = agent
  terminal.say(words.agent.scan.looking)
  const text = await findCode(agent, source)
  if (text === undefined) {
    terminal.say(words.agent.scan.none)
    return false
  }
  if (!isHybridText(text)) {
    terminal.say(words.agent.scan.other)
    terminal.say(text)
    return false
  }
  return await answerText(agent, text)
}

/**
 * Go on looking for QR codes and answer each once, and answer linked browsers, until the process is ended. Where nothing
 * can be seen, linked browsers are enough to go on for.
 *
 * @param source absent for somebody who wants to answer linked browsers alone
 * @param isOver asked before each look
 */
export async function run(
  agent: Agent,
  source: PictureSource | undefined,
  isOver: () => boolean = () => false,
): Promise<boolean> {
  const inTurn = newTurns()
  const answering = await answerCalls(agent, inTurn)
  if (source === undefined) return await answerLinkedAlone(agent, answering)
  try {
    await answerAll(agent, source, { inTurn, isOver })
  } catch (cause) {
    if (!(cause instanceof PictureFault) || answering.count === 0) throw cause
    agent.terminal.say(agent.words.agent.scan.noPicture({ what: cause.message }))
    await answering.over
  } finally {
    answering.stop()
  }
  return true
}

async function answerLinkedAlone({ terminal, words }: Agent, { count, over }: Answering): Promise<boolean> {
  if (count === 0) terminal.say(words.links.agent.nobody)
  await over
  return count > 0
}

async function answerAll(
  agent: Agent,
  source: PictureSource,
  { inTurn, isOver }: { readonly inTurn: InTurn; readonly isOver: () => boolean },
): Promise<void> {
  const known = new Set<string>()
  agent.terminal.say(agent.words.agent.scan.looking)
  while (!isOver()) {
    const text = await findCode(agent, source, { known })
    if (text === undefined || !isHybridText(text)) continue
    known.add(text)
    await inTurn(() => answerText(agent, text)).catch((cause: unknown) => sayOrThrow(agent, cause))
    agent.terminal.say(agent.words.agent.scan.looking)
  }
}

/** Whatever stands on a screen ends nothing: linked browsers go on being answered. */
function sayOrThrow({ terminal, words }: Agent, cause: unknown): void {
  const lines = explain(cause, words)
  if (lines === undefined) throw cause
  for (const line of lines) terminal.say(line)
}

async function answerText(agent: Agent, text: string): Promise<boolean> {
  const { terminal } = agent
  const { answer: said, scan: asked } = agent.words.agent
  const code = readHybridCode(text)
  terminal.say('')
  terminal.say(code.hint === 'mc' ? asked.asks.make : code.hint === 'ga' ? asked.asks.get : asked.asks.other)
  if (code.hint !== 'mc' && code.hint !== 'ga') return false
  // Whoever shows somebody else's code on a page of their own is not beside us.
  terminal.say(said.nextToYou)
  const answer = await terminal.ask(said.go)
  if (answer?.trim().toLowerCase() !== said.yes) return false
  const result = await answerCode(agent, code)
  terminal.say(said[result])
  return result === 'made' || result === 'signedIn'
}
