import PostModel

extension Platform {
  /// Messages of Discord: links; widgets of a whole server are none.
  static let discord = Platform(
    id: "discord", name: "Discord", hosts: ["discord.com", "discordapp.com"],
    syntax: [
      "guild": TokenSyntax(.digits, 15...20), "channel": TokenSyntax(.digits, 15...20),
      "id": TokenSyntax(.digits, 15...20),
    ],
    permalinks: [
      URLTemplate(
        "/channels/{guild}/{channel}/{id}",
        canonical: "https://discord.com/channels/{guild}/{channel}/{id}")
    ],
    canonical: "https://discord.com/channels/@me/{id}",
    others: [
      Other("/widget", "a server's widget"), Other("/invite/**", "an invitation"),
      Other("discord.gg/**", "an invitation"),
    ],
    time: PostClock.discord,
    examples: [
      Example(
        "https://discord.com/channels/123456789012345678/123456789012345679/943865945699532811",
        id: "943865945699532811",
        permalink:
          "https://discord.com/channels/123456789012345678/123456789012345679/943865945699532811",
        platform: "discord"),
      Example(none: "https://discord.com/invite/harbour"),
    ])
}
