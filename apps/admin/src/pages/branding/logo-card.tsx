import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, Card } from '@latchkey/ui'
import { ImageUp, Trash2 } from 'lucide-react'
import { useRef } from 'react'
import { useSaidIn } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import { type Branding, brandingPath, type Ground, type Logo } from './branding.ts'

/** The logo: one for light pages, and one for dark ones. */
export function LogoCard({ branding: { logos } }: { readonly branding: Branding }) {
  const { logo: said } = useSaidIn('organisation').branding
  const only =
    logos.light && !logos.dark ? said.onlyLight : logos.dark && !logos.light ? said.onlyDark : undefined
  return (
    <Card title={said.title} lead={said.lead}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Place ground="light" logo={logos.light} />
        <Place ground="dark" logo={logos.dark} />
      </div>
      {only !== undefined && <p className="mt-4 text-sm text-soft">{only}</p>}
    </Card>
  )
}

const grounds: Readonly<Record<Ground, string>> = {
  light: 'bg-white text-[#565d6b]',
  dark: 'bg-[#1c1f26] text-[#a8afbd]',
}

function Place({ ground, logo }: { readonly ground: Ground; readonly logo: Logo | null }) {
  const { branding, frame } = useSaidIn('organisation')
  const { logo: said } = branding
  const client = useClient()
  const input = useRef<HTMLInputElement>(null)
  const unavailable = useWhyNot('change the organisation')
  const path = `${brandingPath}/logos/${ground}`
  const put = useChange<Blob>({
    does: (file) =>
      client.send('PUT', path, { body: new Blob([file], { type: 'application/octet-stream' }) }),
    refresh: [['branding']],
    done: said.saved,
  })
  const remove = useChange({
    does: () => client.send('DELETE', path),
    refresh: [['branding']],
    done: said.removed,
  })
  const problem = put.problem ?? remove.problem
  return (
    <section aria-label={said[ground]} className="flex flex-col gap-3">
      <h3 className="font-semibold">{said[ground]}</h3>
      <div
        className={`grid min-h-28 place-items-center rounded-2xl border border-line p-5 ${grounds[ground]}`}
      >
        {logo === null ? (
          <span className="text-sm">{said.none}</span>
        ) : (
          <img
            src={logo.address}
            width={logo.width}
            height={logo.height}
            alt={said[ground]}
            className="h-auto max-w-full"
          />
        )}
      </div>
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        className="sr-only"
        tabIndex={-1}
        aria-label={`${said.choose}: ${said[ground]}`}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file !== undefined) put.run(file)
          // So that the same file can be chosen again.
          target.value = ''
        }}
      />
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          icon={<ImageUp aria-hidden className="size-4" />}
          busy={put.busy ? said.uploading : undefined}
          unavailable={unavailable}
          onClick={() => input.current?.click()}
        >
          {logo === null ? said.choose : said.replace}
        </Button>
        {logo !== null && (
          <Button
            size="small"
            look="danger"
            icon={<Trash2 aria-hidden className="size-4" />}
            busy={remove.busy ? frame.saving : undefined}
            unavailable={unavailable}
            onClick={() => remove.run()}
          >
            {frame.remove}
          </Button>
        )}
      </div>
      {problem && <ProblemNotice problem={problem} />}
    </section>
  )
}
