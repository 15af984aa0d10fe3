import type { Words } from '@latchkey/words'
import { appName } from './phone-app-document.ts'

/**
 * Write the manifest that makes a phone offer to install the app.
 *
 * @see https://www.w3.org/TR/appmanifest/
 */
export function writeManifest(mount: string, { language }: Pick<Words, 'language'>): string {
  const icon = (file: string, size: number, purpose: 'any' | 'maskable') => ({
    src: `${mount}/icons/${file}`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  })
  return JSON.stringify({
    id: mount,
    name: appName,
    short_name: appName,
    lang: language,
    start_url: mount,
    scope: mount,
    display: 'standalone',
    orientation: 'portrait',
    background_color: '#f4f5f7',
    theme_color: '#f4f5f7',
    icons: [
      icon('icon-192.png', 192, 'any'),
      icon('icon-512.png', 512, 'any'),
      icon('maskable-512.png', 512, 'maskable'),
    ],
  })
}
