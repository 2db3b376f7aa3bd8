// Copies of schemas in the place of references to them.
#include "read/openapi/join.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace dovetail {
namespace {

constexpr std::size_t most_rounds = 6;  // a reference in what a reference brought
constexpr std::size_t most_copies = 100000;

/// "design/../schemas/common.yaml" is "schemas/common.yaml"; empty for what leads out of the folder that all paths start in.
std::string plain_path(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const auto end = std::min(path.find('/'), path.size());
    const auto part = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.push_back(part);
    } else if (parts.empty()) {
      return {};
    } else {
      parts.pop_back();
    }
  }
  std::string plain;
  for (const auto part : parts) plain += (plain.empty() ? "" : "/") + std::string(part);
  return plain;
}

std::string folder_of(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash + 1));
}

std::string percent_decoded(std::string_view text) {
  const auto digit = [](char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
  };
  std::string out;
  for (std::size_t n = 0; n < text.size(); ++n) {
    if (text[n] == '%' && n + 2 < text.size() && digit(text[n + 1]) >= 0 && digit(text[n + 2]) >= 0) {
      out += static_cast<char>(digit(text[n + 1]) * 16 + digit(text[n + 2]));
      n += 2;
    } else {
      out += text[n];
    }
  }
  return out;
}

std::string* reference_of(Node& node) {
  for (auto& [name, value] : node.attributes)
    if (name == "$ref") return &value;
  return nullptr;
}

/// The nodes of a file as they were read, by pointer, with what stands below each.
struct Source {
  const Document* document = nullptr;
  std::vector<Node> nodes;
  std::vector<std::string> words;
  std::map<std::string, std::size_t> by_pointer;
  std::vector<std::vector<std::size_t>> below;
};

class Join {
 public:
  Join(Table<Document>& documents, const Limits& limits) : documents_(documents), limits_(limits) {
    for (Document& document : documents_)
      if (document.kind == FileKind::openapi && !document.nodes.empty()) learn(document);
  }

  void run() {
    if (sources_.size() < 2) return;
    for (Document& document : documents_) {
      if (document.kind != FileKind::openapi) continue;
      std::vector<std::string> from(document.nodes.size(), document.path);  // which file each node's references start in
      std::vector<std::size_t> rounds(document.nodes.size());
      for (std::size_t n = 0; n < document.nodes.size(); ++n) follow(document, n, from, rounds);
    }
  }

 private:
  void learn(const Document& document) {
    Source& source = sources_[plain_path(document.path)];
    source.document = &document;
    source.below.resize(document.nodes.size());
    for (const Node& node : document.nodes) {
      const std::size_t n = source.nodes.size();
      if (node.parent) source.below[node.parent.value].push_back(n);
      if (node.kind == "schema") source.by_pointer.try_emplace(node.id, n);
      source.by_pointer.try_emplace(node.id, n);
      source.words.emplace_back(slice(document.text, node.span));
      source.nodes.push_back(node);
    }
  }

  void follow(Document& document, std::size_t n, std::vector<std::string>& from, std::vector<std::size_t>& rounds) {
    Node& node = document.nodes[Table<Node>::id_at(n)];
    std::string* reference = reference_of(node);
    if (reference == nullptr || rounds[n] >= most_rounds) return;
    const auto hash = reference->find('#');
    const std::string file = reference->substr(0, hash), pointer = hash == std::string::npos ? "" : percent_decoded(reference->substr(hash + 1));
    if (file.find("://") != std::string::npos || file.starts_with("/")) return;
    const std::string path = file.empty() ? plain_path(from[n]) : plain_path(folder_of(from[n]) + percent_decoded(file));
    const auto source = sources_.find(path);
    if (path.empty() || source == sources_.end()) return;
    const auto target = source->second.by_pointer.find(pointer);
    if (target == source->second.by_pointer.end()) return;
    std::erase_if(node.attributes, [](const auto& attribute) { return attribute.first == "$ref"; });
    for (const auto& [name, value] : source->second.nodes[target->second].attributes)
      if (name != "mandatory" &&
          std::none_of(node.attributes.begin(), node.attributes.end(), [&, wanted = name](const auto& own) { return own.first == wanted; }))
        node.attributes.emplace_back(name, value);
    from[n] = source->second.document->path;
    ++rounds[n];
    copy_below(document, source->second, target->second, n, from, rounds);
    // What was brought may itself be a reference.
    if (reference_of(document.nodes[Table<Node>::id_at(n)]) != nullptr) follow(document, n, from, rounds);
  }

  void copy_below(Document& document, const Source& source, std::size_t of, std::size_t to, std::vector<std::string>& from,
                  std::vector<std::size_t>& rounds) {
    std::vector<std::pair<std::size_t, std::size_t>> open{{of, to}};
    for (std::size_t at = 0; at < open.size(); ++at)
      for (const std::size_t child : source.below[open[at].first]) {
        if (++copies_ > most_copies || document.nodes.size() >= limits_.cells) return say_limit(document);
        Node copy = source.nodes[child];
        copy.parent = Table<Node>::id_at(open[at].second);
        copy.origin = source.document->path + copy.origin;
        copy.span.begin = static_cast<std::uint32_t>(document.text.size());
        document.text += source.words[child];
        copy.span.end = static_cast<std::uint32_t>(document.text.size());
        document.text += '\n';
        open.emplace_back(child, document.nodes.add(std::move(copy)).value);
        from.push_back(source.document->path);
        rounds.push_back(rounds[to]);
      }
  }

  static void say_limit(Document& document) {
    for (const Problem& problem : document.problems)
      if (problem.rule == "input.limit") return;
    document.problems.push_back({"input.limit", "references between the schema files bring more than is read", {}, 1});
  }

  Table<Document>& documents_;
  const Limits& limits_;
  std::map<std::string, Source> sources_;
  std::size_t copies_ = 0;
};

}  // namespace

void join_schemas(Table<Document>& documents, const Limits& limits) { Join(documents, limits).run(); }

}  // namespace dovetail
