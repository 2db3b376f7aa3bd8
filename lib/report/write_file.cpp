// Outputs appear whole or not at all.
#include "report/write_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "report/unfinished.h"

namespace dovetail {
namespace {

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

Result<bool> failed(const std::string& path) { return fail(path + ": cannot be written: " + std::strerror(errno)); }

}  // namespace

Result<bool> write_file(const std::string& path, std::string_view bytes) {
  struct stat is {};
  if (::stat(path.c_str(), &is) == 0 && S_ISDIR(is.st_mode)) return fail(path + ": is a folder; name a file to write");
  if (::stat(path.c_str(), &is) == 0 && !S_ISREG(is.st_mode)) {  // a pipe or /dev/stdout cannot be renamed over
    const int device = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (device < 0) return failed(path);
    const bool good = write_all(device, bytes);
    return ::close(device) == 0 && good ? Result<bool>(true) : failed(path);
  }
  const std::string temporary = path + "." + std::to_string(::getpid()) + ".tmp";
  const Unfinished unfinished(temporary);
  const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0) return failed(path);
  const bool written = write_all(file, bytes);
  const bool closed = ::close(file) == 0;
  if (written && closed && std::rename(temporary.c_str(), path.c_str()) == 0) return true;
  auto error = failed(path);
  ::unlink(temporary.c_str());
  return error;
}

}  // namespace dovetail
