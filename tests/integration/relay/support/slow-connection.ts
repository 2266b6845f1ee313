import { connect } from 'node:net'

/** Opens a connection, writes what is given and then nothing; resolves when the server ends it, with what it said. */
export function hang(port: number, start: string): Promise<{ said: string; afterMs: number }> {
  const openedAt = performance.now()
  return new Promise((resolve) => {
    let said = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(start))
    socket.on('data', (chunk: Buffer) => (said += chunk.toString()))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve({ said, afterMs: performance.now() - openedAt }))
  })
}
