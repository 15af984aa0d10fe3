import { Button, PageHead } from '@latchkey/ui'
import { useSurroundings } from './surroundings.ts'

/** Stands in the place of a page of which a part is gone: there was an update. */
export function NewerNotice() {
  const { newer } = useSurroundings().words.frame
  return (
    <>
      <PageHead title={newer.title} lead={newer.lead} />
      <p>
        <Button look="primary" onClick={() => location.reload()}>
          {newer.reload}
        </Button>
      </p>
    </>
  )
}

/** Whether a part of the front end is gone: what runs is from before an update. Each browser says it in its own words. */
export function isMissingPart(caught: unknown): boolean {
  return caught instanceof TypeError && /dynamically imported module|module script/i.test(caught.message)
}
