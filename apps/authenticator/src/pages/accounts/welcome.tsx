import { buttonClass } from '@latchkey/ui'
import { Plus } from 'lucide-react'
import { Link } from 'react-router'
import { useSaid } from '../../said.ts'
import { InstallNotice } from '../settings/install-notice.tsx'

/** What somebody sees who opens the app for the first time. */
export function Welcome() {
  const { accounts: text, shell } = useSaid()
  return (
    <div className="flex flex-1 flex-col gap-6">
      <div className="flex flex-1 flex-col items-center justify-center gap-5 py-6 text-center">
        <PhonePicture label={text.welcomePicture} />
        <h1 className="text-3xl font-bold text-balance">{text.welcome}</h1>
        <p className="max-w-sm text-lg text-pretty text-soft">{text.welcomeLead}</p>
      </div>
      <div className="grid gap-3">
        <Link to="/add" className={`${buttonClass('primary')} min-h-13`}>
          <Plus aria-hidden className="size-5" />
          {text.add}
        </Link>
        <Link
          to="/about"
          className="flex min-h-11 items-center justify-center rounded-xl text-center text-soft underline underline-offset-4 hover:text-ink"
        >
          {shell.about}
        </Link>
      </div>
      <InstallNotice />
    </div>
  )
}

function PhonePicture({ label }: { readonly label: string }) {
  return (
    <svg role="img" aria-label={label} viewBox="0 0 160 180" className="h-44 w-auto">
      <circle cx="80" cy="90" r="78" className="fill-hover" />
      <rect
        x="46"
        y="16"
        width="68"
        height="148"
        rx="14"
        className="fill-paper stroke-edge"
        strokeWidth="3.5"
      />
      <path d="M72 152h16" className="stroke-edge" strokeWidth="3.5" strokeLinecap="round" />
      <g fill="none" strokeWidth="5" strokeLinecap="round" strokeLinejoin="round" className="stroke-accent">
        <circle cx="70" cy="80" r="11" />
        <path d="M81 80h21v10M93 80v7" />
      </g>
      <circle cx="112" cy="128" r="21" className="fill-good-ground stroke-good" strokeWidth="3" />
      <path
        d="m103 129 6 6 12-13"
        fill="none"
        strokeWidth="4"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-good"
      />
    </svg>
  )
}
