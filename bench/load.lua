-- What one of wrk's threads asks for: lines of the file LOAD_REQUESTS, each a weight, a method, an address, a cookie, a
-- token and a body, parted by tabs. Every request comes from an address of its own, as visitors do.
local kinds, total = {}, 0
for line in io.lines(os.getenv("LOAD_REQUESTS")) do
  local weight, method, path, cookie, token, body =
    line:match("^([^\t]*)\t([^\t]*)\t([^\t]*)\t([^\t]*)\t([^\t]*)\t(.*)$")
  total = total + tonumber(weight)
  kinds[#kinds + 1] = {upto = total, method = method, path = path, cookie = cookie, token = token, body = body}
end

function init(_)
  math.randomseed(os.time() + tonumber(tostring({}):match("0x(%x+)"), 16) % 100000)
end

local function one_of_them()
  local at = math.random() * total
  local low, high = 1, #kinds
  while low < high do
    local middle = math.floor((low + high) / 2)
    if kinds[middle].upto < at then low = middle + 1 else high = middle end
  end
  return kinds[low]
end

function request()
  local it = one_of_them()
  local headers = {["X-Forwarded-For"] = string.format("10.%d.%d.%d", math.random(0, 255), math.random(0, 255), math.random(1, 254))}
  if it.cookie ~= "" then headers["Cookie"] = it.cookie end
  if it.token ~= "" then headers["X-CSRF-Token"] = it.token end
  if it.body == "" then return wrk.format(it.method, it.path, headers) end
  headers["Content-Type"] = "application/json"
  return wrk.format(it.method, it.path, headers, it.body)
end

local threads = {}
function setup(thread) threads[#threads + 1] = thread end

-- By status, in each thread; a refusal is counted, and told at the end.
answered = {}
function response(status) answered[status] = (answered[status] or 0) + 1 end

function done(summary, latency, _)
  local all = {}
  for _, thread in ipairs(threads) do
    for status, count in pairs(thread:get("answered")) do all[status] = (all[status] or 0) + count end
  end
  io.write(string.format('{"requests": %d, "seconds": %.3f, "median_ms": %.3f, "p99_ms": %.3f, "longest_ms": %.3f, "broken": %d, "status": {',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
  local first = true
  for status, count in pairs(all) do
    io.write(string.format('%s"%d": %d', first and "" or ", ", status, count))
    first = false
  end
  io.write("}}\n")
end
