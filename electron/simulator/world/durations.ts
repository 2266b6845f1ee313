/** Durations of the platform's pages, in milliseconds. What a client is told in seconds is never shortened. */
const secondMs = 1000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** Lifetimes (pages "接收 component_ticket", "获取第三方小程序接口调用凭据", "获取授权小程序接口调用凭据"). */
export const ticketEveryMs = 10 * minuteMs
export const ticketLifeMs = 3 * hourMs
export const componentTokenLifeMs = 2 * hourMs
export const componentTokenGraceMs = 5 * minuteMs
/** V1: a new component token is issued once less than this is left of the old one. */
export const componentTokenRenewalMs = 30 * minuteMs
export const accessTokenLifeMs = 2 * hourMs
export const refreshTokenLifeMs = 30 * dayMs
export const authorizationCodeLifeMs = hourMs
/** Pages "获取预授权码" and "直接获取授权链接": a code that only authorises, then everything that creates, and every link. */
export const preAuthCodeLifeMs = 10 * minuteMs
export const invitationLifeMs = 24 * hourMs
/** How long a trial code's address works; the pages give no figure. */
export const codeAddressLifeMs = 30 * minuteMs

/** Waits that rules ask for, divided by the world's wait factor. */
export const submissionWaitMs = 10 * secondMs
export const rollbackWaitMs = 10 * minuteMs

/** Work, divided by the world's time factor. */
export const auditMs = { least: 6 * hourMs, most: 36 * hourMs }
/** Reviews of the profile, of categories and of their publication; the pages give no figure. */
export const reviewMs = { least: 2 * hourMs, most: 24 * hourMs }
/** Reviews of applications for capabilities: one to three days, where the pages say two to three working days. */
export const capabilityReviewMs = { least: 24 * hourMs, most: 72 * hourMs }
export const rollbackMs = { least: 3 * minuteMs, most: 5 * minuteMs }
