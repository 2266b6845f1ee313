import type zh from '../zh/welcome'
import type { Translated } from '../translated'

export default {} satisfies Translated<typeof zh>
