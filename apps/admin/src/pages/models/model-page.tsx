import { useClient, usePageTitle, useTimes } from '@latchkey/front'
import { Badge, Card, CopyButton, Facts, Notice, PageHead } from '@latchkey/ui'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { BackLink } from '../../back-link.tsx'
import { useSaidIn } from '../../said.ts'
import { type Model, toProducts, useModels } from './catalogue.ts'
import { ModelBadges, wordOf } from './model-badges.tsx'
import { ModelIcon } from './model-icon.tsx'
import { useProductName } from './use-product-name.ts'

interface ModelDetails extends Model {
  readonly anchors: readonly ('metadata' | 'organisation' | 'deviceCa')[]
  readonly keyProtection: readonly string[]
  readonly userVerificationMethods: readonly string[]
  readonly versions: readonly string[]
  readonly attachment: readonly string[]
  readonly statusReports: readonly { readonly status: string; readonly effectiveDate?: string }[]
}

/** One model: what is known of it, who could prove it, and what was reported. */
export function ModelPage() {
  const { aaguid = '' } = useParams()
  const { models: said, common, frame } = useSaidIn('signIn')
  const client = useClient()
  const times = useTimes()
  const { data: model } = useSuspenseQuery({
    queryKey: ['models', aaguid],
    queryFn: ({ signal }) =>
      client.get<ModelDetails>(`/latchkey/models/${encodeURIComponent(aaguid)}`, { signal }),
  })
  const name = useProductName()({ key: model.aaGuid, name: model.displayName ?? undefined })
  usePageTitle(name)
  const siblings = useSiblings(model)
  const words = (names: readonly string[]) => names.join(', ').replaceAll('_', ' ') || frame.none
  return (
    <>
      <BackLink to="/models">{said.title}</BackLink>
      <PageHead
        title={name}
        lead={said.usedBy({ count: model.people })}
        actions={<ModelBadges product={{ key: aaguid, name, models: [model] }} />}
      />
      {model.statuses.length > 0 && (
        <Notice tone="bad" title={said.badTitle}>
          {said.badLead}
        </Notice>
      )}
      <Card title={said.known}>
        <div className="flex flex-wrap items-start gap-5">
          <ModelIcon model={model} />
          <Facts
            items={[
              [
                said.aaguid,
                <span key="aaguid" className="flex flex-wrap items-center gap-2">
                  <code className="break-all">{model.aaGuid}</code>
                  <CopyButton text={model.aaGuid} words={common} />
                </span>,
              ],
              [said.source, said.sources[model.source]],
              [said.passkeys, model.passkeyType ? said.types[model.passkeyType] : said.unknown],
              [
                said.certification,
                model.certification ? wordOf(said.certifications, model.certification) : frame.none,
              ],
              [
                said.provenBy,
                model.anchors.length > 0
                  ? model.anchors.map((anchor) => said.anchors[anchor]).join(', ')
                  : said.provenByNobody,
              ],
              ...(model.source === 'metadata'
                ? ([
                    [said.keyProtection, words(model.keyProtection)],
                    [said.verification, words(model.userVerificationMethods)],
                    [said.speaks, words(model.versions)],
                  ] as const)
                : []),
            ]}
          />
        </div>
      </Card>
      {model.statusReports.length > 0 && (
        <Card title={said.reports} lead={said.reportsLead}>
          <ul className="flex flex-col gap-2">
            {model.statusReports.map(({ status, effectiveDate }) => (
              <li key={`${status} ${effectiveDate}`} className="flex flex-wrap items-center gap-3">
                <Badge tone={model.statuses.includes(status) ? 'bad' : 'plain'}>
                  {wordOf({ ...said.statuses, ...said.certifications }, status)}
                </Badge>
                {effectiveDate !== undefined && <span className="text-soft">{times.day(effectiveDate)}</span>}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {siblings.length > 0 && (
        <Card title={said.siblings} lead={said.siblingsLead}>
          <ul className="flex flex-col gap-1">
            {siblings.map(({ aaGuid, people }) => (
              <li key={aaGuid} className="flex flex-wrap gap-3">
                <Link to={`/models/${aaGuid}`} className="font-mono text-sm break-all underline">
                  {aaGuid}
                </Link>
                <span className="text-sm text-soft">{said.usedBy({ count: people })}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

function useSiblings({ aaGuid }: Model): readonly Model[] {
  const product = toProducts(useModels()).find(({ models }) => models.some((each) => each.aaGuid === aaGuid))
  return product?.models.filter((each) => each.aaGuid !== aaGuid) ?? []
}
