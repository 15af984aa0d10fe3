import { hash } from 'node:crypto'
import {
  type Attribution,
  appendAudit,
  type Deps,
  IdentityRefusal,
  requirePermission,
} from '@latchkey/identity'
import type { RolloutStores } from '../stores.ts'
import type { GuideOverride, GuidePictureFile, GuideText } from './guide-store.ts'

type ChangeDeps = { readonly stores: RolloutStores } & Pick<Deps, 'now' | 'random'>

/** Which step, in which language, and who changes it. */
export type GuideTarget = Attribution & {
  readonly tenantId: string
  readonly step: string
  readonly language: string
}

const longest = { title: 120, line: 600, hint: 600, lines: 8 } as const

/**
 * Keep what an organisation says in a step itself, in the place of what we say.
 *
 * @throws IdentityRefusal `not_permitted`; `invalid_input` naming the part
 */
export async function putGuideText(
  deps: ChangeDeps,
  target: GuideTarget,
  text: GuideText,
): Promise<GuideOverride> {
  const read = readText(text)
  return await change(deps, target, 'text', async (_, before) => ({ ...before, text: read }))
}

/**
 * Keep a picture in the place of ours.
 *
 * @param picture as we encoded it: nothing that came from outside is kept as it came
 * @throws IdentityRefusal `not_permitted`
 */
export async function putGuidePicture(
  deps: ChangeDeps,
  target: GuideTarget,
  { png, width, height }: Pick<GuidePictureFile, 'png' | 'width' | 'height'>,
): Promise<GuideOverride> {
  const picture = { pictureId: hash('sha256', png, 'hex'), width, height }
  return await change(deps, target, 'picture', async (tx, before) => {
    await tx.guidePictures.put({ tenantId: target.tenantId, png, ...picture })
    return { ...before, picture }
  })
}

/** Say and show in a step what we do again. @throws IdentityRefusal `not_permitted` */
export async function resetGuideStep(deps: ChangeDeps, target: GuideTarget): Promise<void> {
  const { tenantId, step, language } = target
  await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, target, 'change the methods policy')
    await tx.guideOverrides.remove(tenantId, step, language)
    await tx.guidePictures.removeUnused(tenantId)
    await audit(tx, deps, target, 'reset')
  })
}

type Changed = Pick<GuideOverride, 'text' | 'picture'>
type Unit = Parameters<Parameters<RolloutStores['atomically']>[0]>[0]

async function change(
  deps: ChangeDeps,
  target: GuideTarget,
  part: 'text' | 'picture',
  make: (tx: Unit, before: Changed) => Promise<Changed>,
): Promise<GuideOverride> {
  const { tenantId, step, language } = target
  return await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, target, 'change the methods policy')
    const { text, picture } = (await tx.guideOverrides.find(tenantId, step, language)) ?? {}
    const made = await make(tx, { ...(text && { text }), ...(picture && { picture }) })
    const override = { tenantId, step, language, ...made, changedAt: deps.now() }
    await tx.guideOverrides.put(override)
    await tx.guidePictures.removeUnused(tenantId)
    await audit(tx, deps, target, part)
    return override
  })
}

async function audit(
  tx: Unit,
  deps: ChangeDeps,
  target: GuideTarget,
  part: 'text' | 'picture' | 'reset',
): Promise<void> {
  const { tenantId, step, language } = target
  await appendAudit(tx, deps, target, {
    activity: part === 'reset' ? 'guide_step_reset' : 'guide_step_changed',
    target: { kind: 'guide', id: tenantId, name: step },
    detail: { step, language, part },
  })
}

function readText({ title, lines, hint }: GuideText): GuideText {
  const told = lines.map((line) => readPart('lines', line, longest.line)).filter((line) => line !== '')
  if (told.length === 0 || told.length > longest.lines) throw invalid('lines')
  const named = readPart('title', title, longest.title)
  if (named === '') throw invalid('title')
  const noted = hint === undefined ? '' : readPart('hint', hint, longest.hint)
  return { title: named, lines: told, ...(noted !== '' && { hint: noted }) }
}

/** One line each, without control characters. */
function readPart(part: string, text: string, most: number): string {
  const read = text.trim().normalize('NFC')
  if (read.length > most || /[\p{Cc}\p{Co}\p{Cs}]/u.test(read)) throw invalid(part)
  return read
}

function invalid(detail: string): IdentityRefusal {
  return new IdentityRefusal('invalid_input', { detail })
}
