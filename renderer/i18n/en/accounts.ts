import type zh from '../zh/accounts'
import type { Translated } from '../translated'

export default {} satisfies Translated<typeof zh>
