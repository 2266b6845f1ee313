import type { Dictionary } from '@shared/texts/say'

/** The connection doctor, step by step. */
export const doctorServiceTexts: Dictionary = {
  '{0} 秒': '{0} s',
  '{0} 分钟': '{0} min',
  '{0} 小时': '{0} h',
  '{0} 小时 {1} 分钟': '{0} h {1} min',
  另一台电脑: 'another computer',
  '另一台电脑「{0}」': 'another computer, “{0}”',

  '没有密钥，不能调用平台': 'No secrets: the platform cannot be called',
  '没有密钥，没有检查': 'No secrets: not checked',
  '连不上平台，没有检查': 'The platform cannot be reached: not checked',
  连接诊断没有做完: 'The connection doctor did not finish',
  '诊断被取消，或程序正在退出': 'It was cancelled, or the program is closing',
  请重新诊断: 'Run it again',

  没有读到这个账号的密钥: 'This account’s secrets were not read',
  '请打开系统的钥匙串，或重新填写密钥': 'Open the system keychain, or enter the secrets again',
  '密钥只在内存里，退出程序后要重新填写': 'The secrets are in memory only; after closing they have to be entered again',
  '请启用系统的钥匙串，再重新填写密钥': 'Turn on the system keychain, then enter the secrets again',
  演练环境使用内置的密钥: 'The practice environment uses built-in secrets',
  密钥由启动程序的环境变量给出: 'The secrets come from the environment variables at the start',
  密钥保存在系统的钥匙串里: 'The secrets are in the system keychain',

  '{0}有回应，用时 {1} 毫秒（{2}）': 'Answer from {0} in {1} ms ({2})',
  '{0}的回应不正常': 'Unexpected answer from {0}',
  '连不上{0}（{1}）': 'Cannot reach {0} ({1})',
  '{0}没有在规定的时间里回应（{1}）': 'No answer in time from {0} ({1})',
  '平台 {0} ': 'the platform {0}',
  没有使用代理: 'no proxy',
  '经过代理 {0}': 'through proxy {0}',
  '请先检查代理：是否在运行、地址是否正确；不需要代理时请在账号设置里去掉':
    'Check the proxy first: whether it runs and its address is right; if none is needed, take it out of the account’s settings',
  '请检查这台电脑的网络和防火墙；如果网络要求使用代理，请在账号设置里填写':
    'Check this computer’s network and firewall; if the network requires a proxy, enter it in the account’s settings',

  '没有得到平台的时间，没有检查': 'The platform’s time is not known: not checked',
  '这台电脑的时钟与平台一致（相差不到 1 分钟）':
    'This computer’s clock agrees with the platform’s (less than a minute off)',
  '这台电脑的时钟比平台慢 {0}': 'This computer’s clock is {0} behind the platform’s',
  '这台电脑的时钟比平台快 {0}': 'This computer’s clock is {0} ahead of the platform’s',
  '请打开系统的自动校时：相差 5 分钟以上时，推送的消息会被拒收，凭据的有效期也会算错':
    'Let the system set its clock by itself: more than 5 minutes off, pushed messages are refused and tokens expire unnoticed',
  请打开系统的自动校时: 'Let the system set its clock by itself',

  '请等平台推送（每 10 分钟一次），或先粘贴一个': 'Wait for the platform’s push (every 10 minutes), or paste a ticket',
  '请等中继收到平台的推送（每 10 分钟一次），或先粘贴一个':
    'Wait until the relay receives the platform’s push (every 10 minutes), or paste a ticket',
  '请粘贴一个新的 component_ticket': 'Paste a new component_ticket',
  '没有密钥，component_ticket 打不开': 'No secrets: the component_ticket cannot be opened',
  'component_ticket 由启动程序的环境变量给出，不知道是什么时候的；是否有效见下面的接口凭据':
    'The component_ticket comes from the environment variables at the start, its age is not known; the component token below shows whether it is valid',
  'component_ticket 由{0}使用，这台电脑不需要': 'The component_ticket is used by {0}; this computer needs none',
  '没有 component_ticket': 'There is no component_ticket',
  'component_ticket 是 {0}前的': 'The component_ticket is {0} old',
  'component_ticket 是 {0}前的，来自{1}': 'The component_ticket is {0} old, source: {1}',
  '{0}，已过期': '{0}; it has expired',
  '{0}，{1}后过期': '{0}; it expires in {1}',

  平台没有这个第三方小程序应用: 'The platform does not have this third-party application',
  '请核对 AppID': 'Check the AppID',
  '请等平台推送新的（每 10 分钟一次），或粘贴一个':
    'Wait for the platform to push a new one (every 10 minutes), or paste one',
  '请到平台控制台核对或重置 AppSecret，然后重新填写':
    'Check or reset the AppSecret in the console, then enter it again',
  '平台给出了接口凭据：AppID、AppSecret 和 component_ticket 都有效':
    'The platform gave a component token: AppID, AppSecret and component_ticket are valid',
  '平台没有接受这台电脑的地址，见下一步': 'The platform did not accept this computer’s address, see the next step',
  '接口凭据由{0}更新，这台电脑不取：多取一个会让旧的失效':
    'The component token is renewed by {0}; this computer fetches none, as one more would end the old one',
  '没有轮到这台电脑更新凭据：中继没有连上': 'This computer may not renew the tokens: the relay is not connected',
  '没有 component_ticket，不能取得接口凭据': 'Without a component_ticket there is no component token',
  没有取得第三方应用的接口凭据: 'No component token was given',
  '没有接口凭据，没有检查': 'No component token: not checked',

  平台接受来自这台电脑的调用: 'The platform accepts calls from this computer',
  平台没有接受这台电脑的地址: 'The platform did not accept this computer’s address',
  '平台没有接受这台电脑的地址，没有检查': 'The platform did not accept this computer’s address: not checked',
  '{0} 不在第三方小程序应用的 IP 白名单里': 'Not in the application’s IP allow list: {0}',
  '请在服务商平台把{0} 加入 IP 白名单，或清空白名单（不填表示不限制）':
    'In the agency console, add {0} to the IP allow list, or empty the list (which means no limit)',
  '代理的公网 IP': 'the proxy’s public IP',
  '这台电脑的公网 IP': 'this computer’s public IP',
  '代理的公网 IP {0}': 'the proxy’s public IP {0}',
  '这台电脑的公网 IP {0}': 'this computer’s public IP {0}',
  没有读到授权列表: 'The authorisation list was not read',
  '地址没有被拒绝；但{0}': 'The address was not refused, but: {0}',

  '请到平台控制台核对，然后重新填写': 'Check it in the console, then enter it again',
  '消息验证 TOKEN 还没有验证：{0}': 'The message token is not proven yet: {0}',
  '消息加密解密 KEY 还没有验证：{0}': 'The message key is not proven yet: {0}',
  '消息验证 TOKEN 和消息加密解密 KEY 都正确': 'Message token and message key are right',

  '还没有授权的商家，没有检查': 'No merchant has authorised yet: not checked',
  '读到了商家「{0}」的基本信息': 'The profile of “{0}” was read',
  '没有读到商家「{0}」的基本信息': 'The profile of “{0}” was not read',

  '消息解不开：消息加密解密 KEY 与平台控制台的不同':
    'Messages cannot be decrypted: the message key is not the console’s',
  '请到平台控制台核对消息加密解密 KEY，重新填写':
    'Check the message key in the console (消息加密解密 KEY), then enter it again',
  '消息的时间与这台电脑相差超过 5 分钟': 'The messages’ time is more than 5 minutes off this computer’s',
  '消息的签名不符：消息验证 TOKEN 与平台控制台的不同':
    'The messages’ signature does not match: the message token is not the console’s',
  '请到平台控制台核对消息验证 TOKEN，重新填写':
    'Check the message token in the console (消息验证 TOKEN), then enter it again',
  '有请求到达，但路径不对': 'Requests arrive, but with a wrong path',
  '请核对平台控制台里的授权事件接收 URL，以及隧道或反向代理：路径要与接收地址的一样':
    'Check the authorisation event URL in the console (授权事件接收 URL) and the tunnel or reverse proxy: the path must be the receiving address’s',
  '有请求到达，但不是平台的消息': 'Requests arrive, but they are not the platform’s messages',
  '请检查隧道或反向代理是否原样转发 POST 请求':
    'Check that the tunnel or reverse proxy passes POST requests on unchanged',
  '在 {0} 接收，启动以来收到 {1} 条': 'Receiving at {0}, messages since the start: {1}',
  '{0}，另拒收 {1} 条': '{0}, refused: {1}',
  '{0}，拒收 {1} 条。{2}': '{0}, refused: {1}. {2}',
  '还没有收到过 component_ticket': 'no component_ticket so far',
  '{0}没有新的 component_ticket': 'no new component_ticket for {0}',
  '{0}；{1}（平台每 10 分钟推送一次）': '{0}; {1} (the platform pushes one every 10 minutes)',
  '刚启动时请等 10 分钟；仍没有，请检查隧道或反向代理是否指向这个地址，以及控制台里的授权事件接收 URL':
    'Just after the start, wait 10 minutes; if none comes, check that the tunnel or reverse proxy leads to this address, and the authorisation event URL in the console (授权事件接收 URL)',

  '没有密钥，没有接收消息': 'No secrets: no messages are received',
  '消息由{0}接收，这台电脑不取': 'Messages are received by {0}; this computer takes none',
  'component_ticket 靠人粘贴': 'The component_ticket is pasted by hand',
  '请至少每 3 小时粘贴一次新的；也收不到授权和审核的消息':
    'Paste a new one at least every 3 hours; messages about authorisations and reviews do not arrive',
  已连上中继: 'Connected to the relay',
  '已连上中继；因为太久没有来取，中继丢弃过 {0} 条消息':
    'Connected to the relay; it dropped messages that nobody fetched for too long: {0}',
  '请刷新商家列表，补上错过的授权和审核结果':
    'Refresh the merchants to catch up with authorisations and review results',
  'component_ticket 由启动程序的环境变量给出，不接收消息':
    'The component_ticket comes from the environment variables at the start; no messages are received',
  '还没有连上中继，没有接收消息': 'The relay is not connected yet: no messages are received',
  '请检查中继的地址、密钥和网络': 'Check the relay’s address, its secret and the network',
  没有在接收消息: 'No messages are being received',
  '请在账号设置里选择 component_ticket 的来源':
    'Choose where the component_ticket comes from in the account’s settings',

  '由这台电脑更新凭据，并经过中继交给别的电脑':
    'This computer renews the tokens and hands them to the others through the relay',
  '由{0}更新凭据，这台电脑从中继取用；那台关闭后由这台接替':
    'The tokens are renewed by {0}; this computer takes them from the relay, and takes over when that one is closed',
  '不能与别的电脑共用凭据：{0}': 'The tokens cannot be shared with other computers: {0}',
  '请检查中继的地址、密钥和网络；连上之前，已有的凭据最多还能用两小时':
    'Check the relay’s address, its secret and the network; until it is connected, the present tokens last two hours at most',
  演练环境只在这台电脑上: 'The practice environment is on this computer only',
  没有发现别的程序在用同一个第三方小程序应用: 'No other program was found to use the same application',
  '有别的程序在用同一个第三方小程序应用：凭据有 {0} 次在到期前失效，最近一次在 {1}前。平台只保留最新的两个接口凭据，各自更新会互相作废':
    'Another program uses the same application: tokens that ended too early: {0}, the last one {1} ago. The platform keeps the newest two component tokens only, so programs that renew on their own end each other’s',
  '请停用另一个程序；几台电脑共用时，请都在账号设置里选用同一个中继':
    'Stop the other program; where several computers share the application, choose the same relay on all of them'
}
