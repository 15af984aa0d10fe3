import type { Page } from '@latchkey/api'
import { useClient } from '@latchkey/front'
import { CopyButton, Skeleton } from '@latchkey/ui'
import { useQuery } from '@tanstack/react-query'
import { useSaidIn } from '../../said.ts'
import type { DnsRecord, Domain } from './domain.ts'

/** The record that proves a domain, to be copied. */
export function ProofRecord({ domain }: { readonly domain: Domain }) {
  const { domains, common, frame } = useSaidIn('organisation')
  const { record: said } = domains
  const client = useClient()
  const { data } = useQuery({
    queryKey: ['domains', domain.id, 'record'],
    queryFn: ({ signal }) =>
      client.get<Page<DnsRecord>>(`/domains/${domain.id}/verificationDnsRecords`, { signal }),
  })
  const record = data?.value[0]
  return (
    <div className="rounded-2xl bg-hover p-4">
      <h3 className="font-semibold">{said.title}</h3>
      <p className="text-sm text-soft">{said.lead}</p>
      {record === undefined ? (
        <div className="mt-3">
          <Skeleton label={frame.loading} />
        </div>
      ) : (
        <dl className="mt-3 flex flex-col gap-3">
          <Row name={said.type}>
            <code>TXT</code>
          </Row>
          <Row name={said.name} hint={said.nameHint} copy={<CopyButton text={record.label} words={common} />}>
            <code className="break-all">{record.label}</code>
          </Row>
          <Row name={said.value} copy={<CopyButton text={record.text} words={common} />}>
            <code className="break-all">{record.text}</code>
          </Row>
        </dl>
      )}
      <p className="mt-3 text-sm text-soft">{said.wait}</p>
    </div>
  )
}

function Row({
  name,
  hint,
  copy,
  children,
}: {
  readonly name: string
  readonly hint?: string
  readonly copy?: React.ReactNode
  readonly children: React.ReactNode
}) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-xl border border-line bg-paper px-4 py-2.5">
      <dt className="w-16 flex-none text-sm text-soft">{name}</dt>
      <dd className="min-w-48 flex-1">
        {children}
        {hint !== undefined && <p className="text-sm text-soft">{hint}</p>}
      </dd>
      {copy !== undefined && <dd>{copy}</dd>}
    </div>
  )
}
