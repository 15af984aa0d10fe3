import { Notice } from '@latchkey/ui'
import { useEffect, useRef, useState } from 'react'
import { useSaid } from '../../said.ts'

/** How often a picture is looked at, in milliseconds. */
const every = 200

/** Shows what the camera sees, until there is a QR code in it. */
export function CameraView({ onFound }: { onFound(text: string): void }) {
  const { scan: text } = useSaid()
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<'starting' | 'looking' | 'none'>('starting')
  const found = useRef(onFound)
  found.current = onFound

  useEffect(() => {
    const ended = new AbortController()
    void watch(video, ended.signal, setState).then((code) => {
      if (code !== undefined && !ended.signal.aborted) found.current(code)
    })
    return () => ended.abort()
  }, [])

  if (state === 'none') {
    return (
      <Notice tone="bad" title={text.noCameraTitle} live="assertive">
        {text.noCamera}
      </Notice>
    )
  }
  return (
    <figure className="flex flex-col gap-3">
      <div className="relative aspect-square overflow-hidden rounded-3xl bg-black shadow-card">
        <video ref={video} muted playsInline aria-label={text.picture} className="size-full object-cover" />
        <span aria-hidden className="absolute inset-[15%] rounded-3xl border-4 border-white/80" />
      </div>
      <figcaption role="status" className="text-center text-soft">
        {state === 'starting' ? text.starting : text.looking}
      </figcaption>
    </figure>
  )
}

/** Look at the camera's pictures until one has a QR code in it. The camera is off afterwards, whatever happens. */
async function watch(
  { current: video }: { readonly current: HTMLVideoElement | null },
  ended: AbortSignal,
  say: (state: 'looking' | 'none') => void,
): Promise<string | undefined> {
  if (video === null) return undefined
  let stream: MediaStream | undefined
  try {
    const { loadQrReader, readQr } = await import('./read-qr.ts')
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
    video.srcObject = stream
    const [, loaded] = await Promise.allSettled([video.play(), loadQrReader()])
    if (loaded.status === 'rejected') throw loaded.reason
    if (!ended.aborted) say('looking')
    const canvas = document.createElement('canvas')
    const pen = canvas.getContext('2d', { willReadFrequently: true })
    while (!ended.aborted && pen !== null) {
      if (video.videoWidth > 0) {
        canvas.width = video.videoWidth
        canvas.height = video.videoHeight
        pen.drawImage(video, 0, 0)
        const code = await readQr(pen.getImageData(0, 0, canvas.width, canvas.height))
        if (code !== undefined) return code
      }
      await new Promise((resolve) => setTimeout(resolve, every))
    }
  } catch {
    // Not allowed, not there, or in use elsewhere: for the person it is the same.
    if (!ended.aborted) say('none')
  } finally {
    for (const track of stream?.getTracks() ?? []) track.stop()
  }
  return undefined
}
