import type zh from '../zh/authorization'
import type { Translated } from '../translated'

export default {} satisfies Translated<typeof zh>
