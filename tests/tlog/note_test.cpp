#include "tlog/note.h"

#include <doctest/doctest.h>

#include "base/base64.h"
#include "tlog/bundle.h"
#include "tlog/checkpoint.h"

using namespace gongkai;
using namespace gongkai::tlog;

namespace {

// The example of the documentation of golang.org/x/mod/sumdb/note.
const std::string peters_key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const std::string peters_note =
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
    "\n"
    "— PeterNeumann "
    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6K"
    "E6RyyBwJnAM=\n";

const BoxKey secret{1, 2, 3};
const std::string origin = "www.example.gov.cn/log/330302-3";

std::string code(const auto& result) { return result.ok() ? "" : result.error().code; }

Note a_note() {
    const std::string text = written(Checkpoint{origin, {3, Sha256Hash::leaf("root")}});
    return {text, LogSigner(secret, origin).sign(text)};
}

}  // namespace

TEST_CASE("a note that others have signed is read and verified") {
    const auto key = parse_key(peters_key);
    REQUIRE(key.ok());
    CHECK(key.value().name == "PeterNeumann");
    CHECK(key.value().written() == peters_key);
    const auto note = parse_note(peters_note);
    REQUIRE(note.ok());
    CHECK(written(note.value()) == peters_note);
    const auto by = signers(note.value(), std::vector{key.value()});
    REQUIRE(by.ok());
    CHECK(by.value().size() == 1);
    auto other = note.value();
    other.text[0] = 'i';
    CHECK(code(signers(other, std::vector{key.value()})) == "note.signature");
}

TEST_CASE("what is no note is refused, and so is what has no newline at its end") {
    CHECK(code(parse_note("")) == "note.form");
    CHECK(code(parse_note("text\n")) == "note.form");
    CHECK(code(parse_note("text\n\n")) == "note.form");
    CHECK(code(parse_note(peters_note.substr(0, peters_note.size() - 1))) == "note.form");
    CHECK(code(parse_note(peters_note + "more")) == "note.form");
    std::string control = peters_note;
    control[3] = '\t';
    CHECK(code(parse_note(control)) == "note.form");
    std::string not_utf8 = peters_note;
    not_utf8[3] = '\xff';
    CHECK(code(parse_note(not_utf8)) == "note.form");
    CHECK(code(parse_note("text\n\n- PeterNeumann x08go/ZJkuA=\n")) == "note.form");
    CHECK(code(parse_note("text\n\n— Peter+Neumann x08go/ZJkuA=\n")) == "note.form");
    CHECK(code(parse_note("text\n\n— PeterNeumann x08g\n")) == "note.form");  // an id alone
    std::string many = "text\n\n";
    for (int i = 0; i < 16; ++i)
        many += "— Peter AAAAAAA=\n";
    CHECK(parse_note(many).ok());
    for (int i = 0; i < 64; ++i)
        many += "— Peter AAAAAAA=\n";
    CHECK(code(parse_note(many)) == "note.form");
}

TEST_CASE("a key that is written wrong is refused") {
    for (const std::string& wrong :
         {std::string(), std::string("PeterNeumann"), std::string("PeterNeumann+c74f20a3"),
          "Peter Neumann" + peters_key.substr(12), "+" + peters_key.substr(13),
          "PeterNeumann+c74f20a4" + peters_key.substr(21), peters_key + "A",
          peters_key.substr(0, 40)}) {
        CAPTURE(wrong);
        CHECK(code(parse_key(wrong)) == "note.key");
    }
}

TEST_CASE("a log signs by Ed25519 and by SM2, and whoever knows one key passes over the other") {
    const LogSigner signer(secret, origin);
    auto note = a_note();
    REQUIRE(note.signatures.size() == 2);
    for (const auto& key : {signer.ed25519(), signer.sm2()}) {
        const auto read = parse_key(key.written());
        REQUIRE(read.ok());
        CHECK(read.value() == key);
        CHECK(signers(note, std::vector{key}).value() == std::vector{key});
    }
    CHECK(signers(note, std::vector{signer.ed25519(), signer.sm2()}).value().size() == 2);
    const auto stranger = LogSigner({9}, origin).ed25519();
    CHECK(signers(note, std::vector{stranger}).value().empty());
    CHECK(LogSigner(secret, origin + "0").ed25519().bytes != signer.ed25519().bytes);
    note.text[0] = 'W';
    CHECK(code(signers(note, std::vector{signer.sm2()})) == "note.signature");
    CHECK(code(signers(note, std::vector{signer.ed25519()})) == "note.signature");
    CHECK(signers(note, std::vector{stranger}).ok());
}

TEST_CASE("a known key that signed once rightly and once wrongly spoils the note") {
    const LogSigner signer(secret, origin);
    auto note = a_note();
    note.signatures.push_back(note.signatures[0]);
    note.signatures.back().bytes[5] ^= 1;
    CHECK(code(signers(note, std::vector{signer.ed25519()})) == "note.signature");
}

TEST_CASE("a cosignature says when, and holds for that time alone") {
    const WitnessSigner witness(secret, "witness.example.gov.cn");
    auto note = a_note();
    note.signatures.push_back(witness.cosign(note.text, 1'767'225'600));
    CHECK(cosigned_at(note.signatures.back()) == 1'767'225'600);
    CHECK_FALSE(cosigned_at(note.signatures.front()));
    const auto key = parse_key(witness.key().written());
    REQUIRE(key.ok());
    CHECK(signers(note, std::vector{key.value()}).value().size() == 1);
    ++note.signatures.back().bytes[7];
    CHECK(code(signers(note, std::vector{key.value()})) == "note.signature");
}

TEST_CASE("a checkpoint is three lines") {
    const Checkpoint it{origin, {70'000, Sha256Hash::nothing()}};
    CHECK(written(it) ==
          "www.example.gov.cn/log/330302-3\n70000\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
    CHECK(parse_checkpoint(written(it)).value() == it);
    CHECK(parse_checkpoint(written(it) + "more\n").value() == it);
    for (const std::string wrong :
         {"", "\n1\n", "a\n", "a\n1\n", "a\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
          "a\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
          "a\n1 \n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", "a\n1\n47DEQpj8\n",
          "a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="}) {
        CAPTURE(wrong);
        CHECK(code(parse_checkpoint(wrong)) == "log.checkpoint");
    }
}

TEST_CASE("what is not for everybody stands in a bundle without its content") {
    CHECK(bundle({}) == "");
    CHECK(bundle({"ab", "", "c"}) == std::string("\0\2ab\0\0\0\1c", 9));
    const std::string longest(65'535, 'x');
    CHECK(bundle({longest}) == "\xff\xff" + longest);
    CHECK(bundle({longest + "x"}) == std::string(2, '\0'));
}

TEST_CASE("base64 has one form for one content") {
    CHECK(base64("") == "");
    CHECK(base64("f") == "Zg==");
    CHECK(base64("foobar") == "Zm9vYmFy");
    CHECK(bytes_of_base64("Zm8=") == "fo");
    for (const std::string wrong : {"Zg", "Zg=", "Zh==", "Zg==\n", "Z g=", "Zm9vYmF-"}) {
        CAPTURE(wrong);
        CHECK_FALSE(bytes_of_base64(wrong));
    }
}
