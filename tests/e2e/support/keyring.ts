import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'

const service = 'org.freedesktop.secrets'
/** Of the throw-away keyring of tests/support/with-secret-service.sh. */
const password = 'test'

/** Whether this run has a keyring of its own: only that one may be locked. */
export const hasKeyring = process.env['DESK_SECRET_SERVICE'] === '1'

/** The real gnome-keyring of this run, as its owner and the desktop treat it. */
export const keyring = {
  lock(): void {
    const collection = 'array:objpath:/org/freedesktop/secrets/collection/login'
    send(service, '/org/freedesktop/secrets', 'org.freedesktop.Secret.Service.Lock', collection)
  },

  /** By its control socket, as logging in does: there is no screen on which it could ask for the password. */
  async unlock(): Promise<void> {
    const socket = connect(join(process.env['XDG_RUNTIME_DIR'] ?? '', 'keyring/control'))
    socket.write(Buffer.concat([Buffer.of(0), unlockMessage()]))
    const [answer] = (await once(socket, 'data')) as [Buffer]
    socket.destroy()
    if (answer.readUInt32BE(4) !== 0) throw new Error('the keyring was not unlocked')
  },

  /** Takes its voice: it keeps its name on the bus and answers nobody. Ends with what is returned. */
  silence(): () => void {
    const bus = ['org.freedesktop.DBus', '/org/freedesktop/DBus'] as const
    const answer = send(...bus, 'org.freedesktop.DBus.GetConnectionUnixProcessID', `string:${service}`)
    const pid = Number(/uint32 (\d+)/.exec(answer)?.[1])
    process.kill(pid, 'SIGSTOP')
    return () => void process.kill(pid, 'SIGCONT')
  }
}

/** Its length, the operation (1: unlock) and the password, each number in four bytes. */
function unlockMessage(): Buffer {
  const head = Buffer.alloc(12)
  head.writeUInt32BE(head.length + password.length, 0)
  head.writeUInt32BE(1, 4)
  head.writeUInt32BE(password.length, 8)
  return Buffer.concat([head, Buffer.from(password)])
}

function send(destination: string, path: string, method: string, argument: string): string {
  const args = ['--session', '--print-reply', `--dest=${destination}`, path, method, argument]
  return execFileSync('/usr/bin/dbus-send', args, { encoding: 'utf8', timeout: 5_000 })
}
