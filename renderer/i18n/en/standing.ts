import type zh from '../zh/standing'
import type { Translated } from '../translated'

export default {} satisfies Translated<typeof zh>
