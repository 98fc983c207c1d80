import Foundation
import Testing

@testable import Detection

@Suite("Values as scripts write them")
struct ScriptValueTests {
  @Test(
    "literals of JavaScript are read as the JSON that they mean",
    arguments: [
      (#"{type:"data",uses:{params:["slug"]}}"#, #"{"type":"data","uses":{"params":["slug"]}}"#),
      (#"{'a':'it\'s',b:`c`}"#, #"{"a":"it's","b":"c"}"#),
      ("[!0,!1,void 0,undefined,null]", "[true,false,0,null,null]"),
      ("{a:1,b:[2,3,],}", #"{"a":1,"b":[2,3]}"#),
      ("{12:.5,$x:-1e3}", #"{"12":0.5,"$x":-1000}"#),
      (#"{url:"https:\u002F\u002Fx.example\/a"}"#, #"{"url":"https://x.example/a"}"#),
      (#"{a:"say \"no\""}"#, #"{"a":"say \"no\""}"#),
    ])
  func literals(literal: String, json: String) throws {
    let read = try #require(ScriptValue.read(literal) as? NSObject)
    let expected = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? NSObject
    #expect(read == expected)
  }

  @Test("code is no value", arguments: ["{go: function() { return 1 }}", "{a b}", "[1 2]", "{"])
  func code(script: String) {
    #expect(ScriptValue.read(script) == nil)
  }

  @Test("parameters stand for what the function is called with")
  func arguments() throws {
    let script = #"window.__NUXT__=(function(a,b,c){return {url:a,kind:b,n:c}}("x","tweet",12));"#
    let arguments = ScriptValue.arguments(in: script)
    #expect(arguments == ["a": #""x""#, "b": #""tweet""#, "c": "12"])
    let value = try #require(
      ScriptValue.read("{url:a,kind:b,other:d}", arguments: arguments) as? [String: Any])
    #expect(value["url"] as? String == "x")
    #expect(value["other"] is NSNull)
  }

  @Test(
    "a function without a call has no arguments", arguments: ["(function(a){", "f(1)", "}(", ""])
  func withoutCall(script: String) {
    #expect(ScriptValue.arguments(in: script).isEmpty)
  }

  @Test("Angular's letters are taken back, the ampersand last")
  func transferState() {
    #expect(TransferState.plain("{&q;a&q;:&q;&l;b&g; &a;l; &s;&q;}") == #"{"a":"<b> &l; '"}"#)
    #expect(TransferState.plain(#"{"a":1}"#) == nil)
  }
}
