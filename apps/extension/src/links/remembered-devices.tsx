import { deviceApi, forgetLink, type KeptAccount, type KeptClientLink, linkApi } from '@latchkey/keeper'
import { Button } from '@latchkey/ui'
import { Smartphone, Trash2 } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { AskFirst } from '../popup/ask-first.tsx'
import { openTab } from '../popup/open-page.ts'
import { useSurroundings } from '../surroundings.tsx'
import { webExtension } from '../web-extension.ts'
import { unlink } from './link-device.ts'

/** The devices that sign in here without a QR code, and the way to link another. */
export function RememberedDevices({ kept }: { readonly kept: KeptAccount }) {
  const { keeper, said } = useSurroundings()
  const [links, setLinks] = useState<readonly KeptClientLink[]>([])
  const [asks, setAsks] = useState<string>()
  const { links: words } = said
  const { serverUrl, account } = kept

  const look = useCallback(async () => {
    const { clientLinks = [] } = await keeper.store.read()
    const own = clientLinks.filter(
      (link) => link.serverUrl === kept.serverUrl && link.userId === kept.account.userId,
    )
    setLinks(own)
    return own
  }, [keeper, kept])
  useEffect(() => {
    const compare = async () => {
      const own = await look()
      if (own.length === 0) return
      const known = await linkApi(await deviceApi(keeper, kept)).list()
      const gone = own.filter((link) => !known.some(({ linkId }) => linkId === link.linkId))
      for (const { linkId } of gone) await forgetLink(keeper.store, linkId)
      if (gone.length > 0) await look()
    }
    // A server that is not reached says nothing of what is known; what is gone is said at the next call.
    compare().catch(() => undefined)
  }, [keeper, kept, look])

  const remember = () => {
    const query = new URLSearchParams({ server: serverUrl, user: account.userId })
    return openTab(webExtension.runtime.getURL(`app.html#/link?${query}`))
  }

  return (
    <>
      {links.length > 0 && (
        <ul aria-label={words.remembered} className="divide-y divide-line rounded-xl border border-line">
          {links.map(({ linkId, name }) => (
            <li key={linkId} className="flex flex-col gap-2 p-3">
              <div className="flex items-center gap-3">
                <Smartphone aria-hidden className="size-5 flex-none text-accent" />
                <p className="min-w-0 flex-1 font-semibold break-words">{name}</p>
                <button
                  type="button"
                  aria-label={words.forget({ name })}
                  title={words.forget({ name })}
                  onClick={() => setAsks(linkId)}
                  className="grid size-9 flex-none place-items-center rounded-lg text-soft hover:bg-hover hover:text-bad"
                >
                  <Trash2 aria-hidden className="size-5" />
                </button>
              </div>
              {asks === linkId && (
                <AskFirst
                  title={words.forgetTitle({ name })}
                  lead={words.forgetLead}
                  confirmLabel={words.forgetConfirm}
                  onConfirm={async () => {
                    await unlink(keeper, linkApi(await deviceApi(keeper, kept)), linkId)
                    await look()
                  }}
                  onKeep={() => setAsks(undefined)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button size="small" icon={<Smartphone aria-hidden className="size-4" />} onClick={remember}>
          {words.remember}
        </Button>
      </div>
    </>
  )
}
