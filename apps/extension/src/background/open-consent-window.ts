import { webExtension } from '../web-extension.ts'

const size = { width: 460, height: 680 }

/** Open the window that asks, in front of the one the person looks at. @returns its id */
export async function openConsentWindow(ceremonyId: string): Promise<number | undefined> {
  const { left, top, width } = await webExtension.windows.getLastFocused().catch(() => ({
    left: undefined,
    top: undefined,
    width: undefined,
  }))
  const place =
    left !== undefined && top !== undefined && width !== undefined
      ? { left: Math.max(0, Math.round(left + (width - size.width) / 2)), top: Math.max(0, top + 60) }
      : {}
  const url = webExtension.runtime.getURL(`consent.html#${ceremonyId}`)
  const opened = await webExtension.windows.create({ url, type: 'popup', focused: true, ...size, ...place })
  return opened?.id
}
