import { isGuideStep } from '@latchkey/guidance/guide'
import {
  type GuideOverride,
  type GuideTarget,
  type NewerSystem,
  putGuidePicture,
  putGuideText,
  resetGuideStep,
} from '@latchkey/rollout'
import { languages } from '@latchkey/words'
import { z } from 'zod'
import { encodePicture, largestPicture } from '../../../branding/encode-logo.ts'
import { guidePictureAddress } from '../../../setup/picture-address.ts'
import { setupPath } from '../../../setup/setup-ask.ts'
import { by } from '../../attribution.ts'
import { entity, noContent } from '../../graph-answer.ts'
import { GraphRefusal } from '../../graph-refusal.ts'
import type { GraphCall, GraphPermissions, GraphRoute } from '../../graph-route.ts'
import { toGraphTime } from '../../graph-time.ts'
import { keyOf, resourceMissing } from '../../key-of.ts'
import { readGraphBody } from '../../read-graph-body.ts'
import { readUpload } from '../../read-upload.ts'
import type { GraphObject } from '../../resource-shape.ts'
import { previewGuide } from './preview-guide.ts'

const readers = [
  'Policy.Read.AuthenticationMethod',
  'Policy.ReadWrite.AuthenticationMethod',
  'Policy.Read.All',
]
const writers = ['Policy.ReadWrite.AuthenticationMethod']
const read: GraphPermissions = { delegated: readers, application: readers }
const write: GraphPermissions = { delegated: writers, application: writers }
const place = '/latchkey/rollout/guide'
const step = `${place}/steps/{step}/{language}`

/** Large enough for the widest page, on a screen that shows twice as much. */
const pictureBox = { width: 900, height: 900 }

const Text = z.strictObject({
  title: z.string().max(400),
  lines: z.array(z.string().max(2000)).max(20),
  hint: z.string().max(2000).nullable().optional(),
})

/** The setup guide: where it is, what the organisation changed in it, and how it looks to anybody. Ours. */
export const guideRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: place,
    permissions: read,
    act: 'read rules',
    query: [],
    async handle(call) {
      const { guideOverrides, newerSystems, tenants } = call.deps.stores
      const { tenantId } = call.tenant
      const [domain] = await tenants.listDomains(tenantId)
      const address = new URL(setupPath({ domain, account: 'existing' }), call.deps.config.url).href
      const [changed, newer] = await Promise.all([guideOverrides.list(tenantId), newerSystems.list(tenantId)])
      return entity(call, 'latchkey.rolloutGuide', {
        address,
        changed: changed.map(toChanged),
        newerSystems: newer.map(toNewer),
      })
    },
  },
  {
    method: 'GET',
    path: `${place}/preview`,
    permissions: read,
    act: 'read rules',
    query: [],
    /** `?device=iphone&version=17&account=firstDay&way=…&lang=de&groups=…,…` */
    handle: async (call) => entity(call, 'latchkey.rolloutGuidePreview', await previewGuide(call)),
  },
  {
    method: 'PUT',
    path: step,
    permissions: write,
    act: 'change the methods policy',
    async handle(call) {
      const { hint, ...text } = readGraphBody(Text, call.body)
      const said = hint === undefined || hint === null ? text : { ...text, hint }
      const changed = await putGuideText(call.deps, targetOf(call), said)
      return entity(call, 'latchkey.rolloutGuideStep', toChanged(changed))
    },
  },
  {
    method: 'PUT',
    path: `${step}/picture`,
    permissions: write,
    act: 'change the methods policy',
    largestUpload: largestPicture,
    async handle(call) {
      if (call.upload === undefined) {
        throw new GraphRefusal('unsupportedMediaType', 'The body is to be application/octet-stream.')
      }
      const target = targetOf(call)
      const picture = await encodePicture(await readUpload(call, largestPicture), pictureBox)
      return entity(
        call,
        'latchkey.rolloutGuideStep',
        toChanged(await putGuidePicture(call.deps, target, picture)),
      )
    },
  },
  {
    method: 'DELETE',
    path: step,
    permissions: write,
    act: 'change the methods policy',
    async handle(call) {
      await resetGuideStep(call.deps, targetOf(call))
      return noContent
    },
  },
  {
    method: 'DELETE',
    path: `${place}/newerSystems/{system}/{version}`,
    permissions: write,
    act: 'change the methods policy',
    async handle(call) {
      const [system, version] = [keyOf(call, 'system'), keyOf(call, 'version')]
      if (!(await call.deps.stores.newerSystems.dismiss(call.tenant.tenantId, system, version))) {
        throw resourceMissing(`${system} ${version}`)
      }
      return noContent
    },
  },
]

function targetOf(call: GraphCall): GuideTarget {
  const named = keyOf(call, 'step')
  if (!isGuideStep(named)) throw resourceMissing(named)
  const wanted = keyOf(call, 'language').toLowerCase()
  const language = languages.find((each) => each === wanted)
  if (language === undefined) throw resourceMissing(wanted)
  return { ...by(call), step: named, language }
}

function toChanged({ tenantId, step: id, language, text, picture, changedAt }: GuideOverride): GraphObject {
  return {
    step: id,
    language,
    text: text === undefined ? null : { ...text, hint: text.hint ?? null },
    picture:
      picture === undefined
        ? null
        : {
            address: guidePictureAddress(tenantId, picture.pictureId),
            width: picture.width,
            height: picture.height,
          },
    changedDateTime: toGraphTime(changedAt),
  }
}

function toNewer({ system, version, firstSeenAt, lastSeenAt, visits }: NewerSystem): GraphObject {
  return {
    system,
    version,
    visits,
    firstSeenDateTime: toGraphTime(firstSeenAt),
    lastSeenDateTime: toGraphTime(lastSeenAt),
  }
}
