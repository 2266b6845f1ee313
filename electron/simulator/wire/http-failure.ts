/** An answer with a status of its own, where no envelope of the interface is meant: pictures. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure'
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}
