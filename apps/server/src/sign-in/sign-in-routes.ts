import { sendProblem } from '../http/problem.ts'
import type { ServerPlugin } from '../server-deps.ts'
import {
  answerBeginApproval,
  answerRemember,
  answerWaitApproval,
  answerWithdrawApproval,
  beginApprovalShape,
  rememberShape,
  waitApprovalShape,
} from './answers/answer-approval.ts'
import { answerDefault, answerShape, answerSkip, answerStay, skipShape } from './answers/answer-interrupt.ts'
import { answerName, nameShape } from './answers/answer-name.ts'
import { answerNudge, nudgeShape } from './answers/answer-nudge.ts'
import {
  answerBeginPasskey,
  answerFinishPasskey,
  beginPasskeyShape,
  finishPasskeyShape,
} from './answers/answer-passkey.ts'
import {
  answerBeginRegister,
  answerFinishRegister,
  answerNamePasskey,
  beginRegisterShape,
  finishRegisterShape,
  namePasskeyShape,
} from './answers/answer-register.ts'
import { answerReport, reportShape } from './answers/answer-report.ts'
import { answerCode, answerPass, answerPassword, secretShape } from './answers/answer-secret.ts'
import { answerSignOut } from './answers/answer-sign-out.ts'
import { answerTermsPage, termsShape } from './answers/answer-terms.ts'
import { showApprovePage } from './pages/approve-page.ts'
import { showBlockedPage } from './pages/blocked-page.ts'
import { showAnotherWayPage, showOptionsPage } from './pages/choice-pages.ts'
import {
  showDefaultPage,
  showNamePasskeyPage,
  showSecondPage,
  showSecurePage,
  showStayPage,
} from './pages/interrupt-pages.ts'
import { showNudgePage } from './pages/nudge-page.ts'
import { showPasskeyPage } from './pages/passkey-page.ts'
import { showCodePage, showPassPage, showPasswordPage } from './pages/secret-pages.ts'
import { showSignedOutPage, showSignOutPage } from './pages/sign-out-pages.ts'
import { showStrongerPage } from './pages/stronger-page.ts'
import { showTermsPage } from './pages/terms-page.ts'
import { resumeSignIn } from './resume.ts'
import { beginByThemselves, showStart } from './start.ts'
import { onAnswer, onPage, readQuery } from './step.ts'
import { stepEvents } from './step-events.ts'

/** How often what browsers told is written. */
const flushMilliseconds = 1000

/**
 * Sign-in: pages under `/sign-in`, each with the flow in its address, and what their scripts post. An answer says where
 * to go next, or is a problem in words. Nothing is written by arriving or by beginning a ceremony.
 */
export const signInRoutes: ServerPlugin = async (app, { deps }) => {
  app.get('/sign-in', async (request, reply) =>
    readQuery(request, 'flow') === undefined
      ? beginByThemselves(deps, request, reply)
      : await onPage(deps, showStart)(request, reply),
  )
  app.get('/sign-in/passkey', onPage(deps, showPasskeyPage))
  app.get('/sign-in/password', onPage(deps, showPasswordPage))
  app.get('/sign-in/pass', onPage(deps, showPassPage))
  app.get('/sign-in/code', onPage(deps, showCodePage))
  app.get('/sign-in/approve', onPage(deps, showApprovePage))
  app.get('/sign-in/options', onPage(deps, showOptionsPage))
  app.get('/sign-in/another-way', onPage(deps, showAnotherWayPage))
  app.get('/sign-in/stronger', onPage(deps, showStrongerPage))
  app.get('/sign-in/secure', onPage(deps, showSecurePage))
  app.get('/sign-in/nudge', onPage(deps, showNudgePage))
  app.get('/sign-in/second', onPage(deps, showSecondPage))
  app.get('/sign-in/name-passkey', onPage(deps, showNamePasskeyPage))
  app.get('/sign-in/default', onPage(deps, showDefaultPage))
  app.get('/sign-in/stay', onPage(deps, showStayPage))
  app.get('/sign-in/terms', onPage(deps, showTermsPage))
  app.get('/sign-in/blocked', onPage(deps, showBlockedPage))

  app.post('/sign-in/name', onAnswer(deps, nameShape, answerName))
  app.post('/sign-in/passkey/begin', onAnswer(deps, beginPasskeyShape, answerBeginPasskey))
  app.post('/sign-in/passkey/finish', onAnswer(deps, finishPasskeyShape, answerFinishPasskey))
  app.post('/sign-in/password', onAnswer(deps, secretShape, answerPassword))
  app.post('/sign-in/pass', onAnswer(deps, secretShape, answerPass))
  app.post('/sign-in/code', onAnswer(deps, secretShape, answerCode))
  app.post('/sign-in/approve/begin', onAnswer(deps, beginApprovalShape, answerBeginApproval))
  app.post('/sign-in/approve/wait', onAnswer(deps, waitApprovalShape, answerWaitApproval))
  app.post('/sign-in/approve/withdraw', onAnswer(deps, waitApprovalShape, answerWithdrawApproval))
  app.post('/sign-in/remember', onAnswer(deps, rememberShape, answerRemember))
  app.post('/sign-in/register/begin', onAnswer(deps, beginRegisterShape, answerBeginRegister))
  app.post('/sign-in/register/finish', onAnswer(deps, finishRegisterShape, answerFinishRegister))
  app.post('/sign-in/name-passkey', onAnswer(deps, namePasskeyShape, answerNamePasskey))
  app.post('/sign-in/nudge', onAnswer(deps, nudgeShape, answerNudge))
  app.post('/sign-in/skip', onAnswer(deps, skipShape, answerSkip))
  app.post('/sign-in/default', onAnswer(deps, answerShape, answerDefault))
  app.post('/sign-in/stay', onAnswer(deps, answerShape, answerStay))
  app.post('/sign-in/terms', onAnswer(deps, termsShape, answerTermsPage))

  const events = stepEvents(deps)
  const flush = () =>
    events.flush().catch((error: unknown) => deps.log.error({ err: error }, 'step events lost'))
  const timer = setInterval(flush, flushMilliseconds).unref()
  app.addHook('onClose', async () => {
    clearInterval(timer)
    await flush()
  })
  app.post('/sign-in/report', onAnswer(deps, reportShape, answerReport(events)))

  app.get('/sign-in/resume', async (request, reply) => {
    const url = resumeSignIn(deps, request, reply, readQuery(request, 'with'))
    if (url !== undefined) return reply.redirect(url)
    return await sendProblem(deps, request, reply, { code: 'flow_stale', status: 410 })
  })
  app.get('/sign-out', (request, reply) => showSignOutPage(deps, request, reply))
  app.post('/sign-out', (request, reply) => answerSignOut(deps, request, reply))
  app.get('/signed-out', (request, reply) => showSignedOutPage(request, reply))
}
