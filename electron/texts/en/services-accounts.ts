import type { Dictionary } from '@shared/texts/say'

/** Accounts: their secrets, tickets, receivers and relays, and whether they can be used. */
export const accountServiceTexts: Dictionary = {
  票据没有通过平台的验证: 'The platform did not accept the ticket',
  凭据没有通过平台的验证: 'The platform did not accept the credentials',
  账号没有保存: 'The account was not saved',
  这个第三方小程序应用已经添加过了: 'This third-party application was added already',
  '请在账号列表里打开它；需要改密钥时用「编辑」': 'Open it in the list of accounts; use “Edit” to change its secrets',
  已经添加过: 'Added already',
  请重新填写: 'Enter it again',
  '没有读到以前的密钥，需要全部重新填写': 'The secrets kept before were not read; all have to be entered again',
  '请填写 AppSecret、消息验证 TOKEN 和消息加密解密 KEY': 'Enter AppSecret, message token and message key',
  账号没有移除: 'The account was not removed',
  有操作正在进行: 'Something is running',
  请等它结束后再移除: 'Wait for it to end, then remove the account',
  这个账号不能修改: 'This account cannot be changed',
  演练环境是内置的: 'The practice environment is built in',
  它由启动时的环境变量给出: 'It comes from the environment variables at the start',
  不需要处理: 'Nothing to do',
  请修改环境变量后重新打开程序: 'Change the environment variables, then open the program again',

  '要正好 43 个字符，只含字母、数字、+ 和 /': 'Exactly 43 characters: letters, digits, + and / only',
  请修改标出的内容后再保存: 'Correct what is marked, then save',
  '另一个账号已经叫这个名字，容易混淆': 'Another account has this name; they would be mixed up',
  这个颜色留给演练环境: 'This colour is the practice environment’s',
  '另一个账号已经用了这个颜色，容易混淆': 'Another account has this colour; they would be mixed up',
  '要以 https:// 开头；只有本机地址可以用 http://':
    'Begin with https://; only this computer’s addresses may use http://',
  '要像 http://主机:端口，不含用户名和密码': 'Write http://host:port, without user name and password',
  '请填写中继的地址：以 https:// 开头；只有本机地址可以用 http://':
    'Enter the relay’s address: begin with https://; only this computer’s addresses may use http://',
  请填写与中继共享的密钥: 'Enter the secret shared with the relay',

  '收到平台推送的消息，或用票据换到接口凭据后就知道':
    'Known when a message arrives from the platform, or a ticket gets a component token',
  '收到票据后，会自动向平台验证': 'Checked with the platform when a ticket arrives',
  '收到平台推送的第一条消息后就知道（每 10 分钟一条）':
    'Known when the first message arrives from the platform (one every 10 minutes)',
  '收到的消息签名不符：请核对平台控制台里的消息验证 TOKEN':
    'A message’s signature does not match: check the message token in the console (消息验证 TOKEN)',
  '签名正确但解不开消息：请核对平台控制台里的消息加密解密 KEY':
    'The signature is right, but the message cannot be decrypted: check the message key in the console (消息加密解密 KEY)',
  '消息是发给另一个第三方小程序应用的：请核对 AppID': 'The message is for another application: check the AppID',
  '平台找不到这个第三方小程序应用（40003）：请核对 AppID':
    'The platform does not find this application (40003): check the AppID',
  '平台不接受这个 AppSecret（40038）：请到密钥管理里核对，或重置后重新填写':
    'The platform does not accept this AppSecret (40038): check it in key management (密钥管理), or reset it and enter the new one',

  这段内容里没有票据: 'There is no ticket in this text',
  '请粘贴 component_ticket 本身，或平台推送的整条消息（JSON）':
    'Paste the component_ticket itself, or the whole message that the platform pushes (JSON)',
  '消息不完整，或不是平台推送的格式': 'The message is incomplete, or not as the platform pushes it',
  '请粘贴整条消息，从 { 到 }': 'Paste the whole message, from { to }',
  消息的签名不符: 'The message’s signature does not match',
  '请核对账号的消息验证 TOKEN，或确认消息是这个应用的':
    'Check the account’s message token, and that the message is this application’s',
  消息的时间相差太多: 'The message’s time is too far off',
  请核对这台电脑的时钟: 'Check this computer’s clock',
  '签名正确，但消息解不开': 'The signature is right, but the message cannot be decrypted',
  '请核对账号的消息加密解密 KEY': 'Check the account’s message key',
  消息是发给另一个第三方小程序应用的: 'The message is for another application',
  '请核对账号的 AppID，或换一条消息': 'Check the account’s AppID, or take another message',
  票据没有保存: 'The ticket was not saved',

  '端口 {0} 已被别的程序或账号占用': 'Port {0} is taken by another program or account',
  '没有权限使用端口 {0}': 'No right to use port {0}',
  '端口 {0} 不能使用': 'Port {0} cannot be used',
  '请在账号设置里换一个端口（1024 以上），并让隧道或反向代理指向它':
    'Choose another port (above 1024) in the account’s settings and lead the tunnel or reverse proxy to it',
  '读取中继的消息时程序出错，或数据没能写入磁盘':
    'The program failed reading the relay’s messages, or the data could not be written to the disk',
  '请检查磁盘空间，然后重新打开程序': 'Check the disk space, then open the program again',
  连不上中继: 'Cannot reach the relay',
  '请检查中继地址和网络；程序会继续尝试': 'Check the relay’s address and the network; the program goes on trying',
  '中继不接受共享密钥，或没有登记这个应用':
    'The relay does not accept the shared secret, or does not know this application',
  '请核对账号设置里的中继密钥，以及中继配置里的 AppID':
    'Check the relay secret in the account’s settings and the AppID in the relay’s configuration',
  这个地址回答的不是中继: 'What answers at this address is no relay',
  '请核对中继地址，以及反向代理是否指向中继':
    'Check the relay’s address, and that the reverse proxy leads to the relay',
  '消息由另一台电脑「{0}」接收': 'Another computer, “{0}”, receives the messages',
  消息由另一台电脑接收: 'Another computer receives the messages',
  '不需要处理：那台电脑关闭后，这台会自动接替': 'Nothing to do: this computer takes over when that one is closed',
  中继拒绝了请求: 'The relay refused the request',
  '程序会稍后再试；如果一直这样，请查看中继的日志':
    'The program tries again later; if it stays like this, see the relay’s log',

  钥匙串还没有打开: 'The keychain has not been opened yet',
  请再试一次: 'Try again',
  这台电脑没有可用的钥匙串服务: 'This computer has no keychain service',
  '请安装并启动钥匙串服务（Linux 上如 gnome-keyring）后再试，或选择这次先用内存':
    'Install and start a keychain service (on Linux e.g. gnome-keyring) and try again, or use memory this time',
  '钥匙串已锁定，或拒绝了这次访问': 'The keychain is locked, or refused this access',
  请解锁钥匙串后再试: 'Unlock the keychain, then try again',
  '钥匙串没有响应，可能有一个解锁窗口正在等待': 'The keychain does not answer; a window to unlock it may be waiting',
  请处理解锁窗口后再试: 'See to the window, then try again',
  密钥没有保存或读到: 'The secrets were not saved or read',
  '没有读到它的密钥：钥匙串没有打开，或密钥只在上次运行的内存里':
    'Its secrets were not read: the keychain is not open, or they were in the last run’s memory only',
  '请在账号页打开钥匙串，或重新填写密钥': 'Open the keychain on the accounts page, or enter the secrets again',
  没有这个账号: 'There is no such account',
  '账号不存在，或没有打开': 'The account does not exist, or is not open',
  请在顶部选择一个账号: 'Choose an account at the top'
}
