import { describe, expect, test } from 'vitest'
import type { RunProgram } from './run-program.ts'
import { PictureFault, takePicture } from './take-picture.ts'

/** A system on which only these are installed. */
function systemWith(...programs: readonly string[]) {
  const ran: string[] = []
  const run: RunProgram = async (program, argv) => {
    ran.push([program, ...argv].join(' '))
    return programs.includes(program) ? Buffer.from(`taken by ${program}`) : undefined
  }
  return { ran, run }
}

describe('taking a picture', () => {
  test('takes the first program that is there', async () => {
    const { run } = systemWith('import', 'fswebcam')

    expect(String(await takePicture(run, { kind: 'screen' }))).toBe('taken by import')
    expect(String(await takePicture(run, { kind: 'camera', device: '/dev/video1' }))).toBe(
      'taken by fswebcam',
    )
  })

  test('takes it with the camera that was named', async () => {
    const { ran, run } = systemWith('ffmpeg')

    await takePicture(run, { kind: 'camera', device: '/dev/video1' })

    expect(ran[0]).toContain('-i /dev/video1')
  })

  test('names what it could have been done with', async () => {
    const { run } = systemWith()

    await expect(takePicture(run, { kind: 'screen' })).rejects.toThrow(new PictureFault('grim, import'))
  })

  test('says that a file is not there', async () => {
    const { run } = systemWith()

    await expect(takePicture(run, { kind: 'file', path: '/nowhere.png' })).rejects.toThrow(PictureFault)
  })
})
