// woff2/encode.h is C++; CFonts includes it. This module only names the library.
