#include "app/typed_secret.h"

#include <termios.h>
#include <unistd.h>

#include <iostream>

namespace gongkai::app {

std::string typed_secret(std::string_view prompt) {
    termios shown{};
    const bool terminal = tcgetattr(STDIN_FILENO, &shown) == 0;
    if (terminal) {
        std::cerr << prompt << std::flush;
        termios hidden = shown;
        hidden.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    std::string secret;
    std::getline(std::cin, secret);
    if (terminal) {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
        std::cerr << '\n';
    }
    return secret;
}

}  // namespace gongkai::app
