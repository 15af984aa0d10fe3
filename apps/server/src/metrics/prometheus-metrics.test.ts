import { expect, test } from 'vitest'
import { prometheusMetrics } from './prometheus-metrics.ts'

test('metrics keep the names, types and labels that dashboards rest on', async () => {
  const metrics = prometheusMetrics({ countOutbox: async () => 3 })
  metrics.countSignIn({ outcome: 'failure', method: 'passkey', code: 'signature_invalid' })
  metrics.countMessage({ kind: 'mail', outcome: 'sent' })
  metrics.observeRequest({ method: 'GET', route: '/sign-in', status: 200 }, 0.003)
  metrics.tunnels.opened('new')
  metrics.tunnels.refused('connect', 404)
  metrics.tunnels.message(12)
  metrics.tunnels.message(30)
  metrics.tunnels.openTunnels(2)

  const { contentType, text } = await metrics.render()

  expect(contentType).toContain('version=0.0.4')
  const types = [...text.matchAll(/^# TYPE (.+)$/gm)].map(([, type]) => type)
  expect(types).toEqual([
    'latchkey_sign_ins_total counter',
    'latchkey_outbox_messages_total counter',
    'latchkey_request_duration_seconds histogram',
    'latchkey_tunnel_sockets_total counter',
    'latchkey_tunnel_refusals_total counter',
    'latchkey_tunnel_messages_total counter',
    'latchkey_tunnel_bytes_total counter',
    'latchkey_tunnels_open gauge',
    'latchkey_event_loop_lag_seconds gauge',
    'latchkey_outbox_depth gauge',
    'process_resident_memory_bytes gauge',
  ])
  for (const line of [
    'latchkey_sign_ins_total{outcome="failure",method="passkey",code="signature_invalid"} 1',
    'latchkey_outbox_messages_total{kind="mail",outcome="sent"} 1',
    'latchkey_request_duration_seconds_bucket{le="0.0025",method="GET",route="/sign-in",status="200"} 0',
    'latchkey_request_duration_seconds_bucket{le="0.005",method="GET",route="/sign-in",status="200"} 1',
    'latchkey_request_duration_seconds_sum{method="GET",route="/sign-in",status="200"} 0.003',
    'latchkey_tunnel_sockets_total{kind="new"} 1',
    'latchkey_tunnel_refusals_total{kind="connect",status="404"} 1',
    'latchkey_tunnel_messages_total 2',
    'latchkey_tunnel_bytes_total 42',
    'latchkey_tunnels_open 2',
    'latchkey_outbox_depth 3',
  ]) {
    expect(text.split('\n')).toContain(line)
  }
})
