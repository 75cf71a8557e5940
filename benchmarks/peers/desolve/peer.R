# Peer solver: integrates an exported linear drug-transport system with deSolve's lsodes (BDF, sparse Jacobian; Debian: r-base-core r-cran-desolve).
#
# A case is a folder as for peers/cvode. The equation is dm/dt = K m + B r(t), m(0) = 0; the solver starts anew at each change of rate.
#
# usage: Rscript peer.R CASE [rtol] [atol] [solution.csv]
# Prints one JSON line: n, rtol, atol, steps, seconds (integration only, no file reading).
suppressPackageStartupMessages(library(deSolve))

arguments <- commandArgs(trailingOnly = TRUE)
if (length(arguments) < 1) stop("usage: Rscript peer.R CASE [rtol] [atol] [solution.csv]")
folder <- arguments[1]
rtol <- if (length(arguments) > 1) as.numeric(arguments[2]) else 1e-6
atol <- if (length(arguments) > 2) as.numeric(arguments[3]) else 1e-9

entries <- function(name) {
  lines <- readLines(file.path(folder, name))
  lines <- lines[!startsWith(lines, "%")]
  size <- scan(text = lines[1], quiet = TRUE)
  list(rows = size[1], columns = size[2], of = matrix(scan(text = lines[-1], quiet = TRUE), ncol = 3, byrow = TRUE))
}

k <- entries("system.mtx")
b <- entries("inputs.mtx")
n <- k$rows

# Row by row: the place of each entry within its row.
k$of <- k$of[order(k$of[, 1], k$of[, 2]), ]
counts <- tabulate(k$of[, 1], n)
place <- cbind(k$of[, 1], sequence(counts))
inputs <- matrix(0, n, b$columns)
inputs[b$of[, 1:2, drop = FALSE]] <- b$of[, 3]

# Rows that gather from everywhere (the blood) are few and long: they are summed by themselves, all others in columns of neighbours.
long <- which(counts > 16)
short <- !(k$of[, 1] %in% long)
narrow <- max(counts[setdiff(seq_len(n), long)])
values <- matrix(0, n, narrow)
columns <- matrix(1L, n, narrow)
at <- place[short, , drop = FALSE]
values[at] <- k$of[short, 3]
columns[at] <- k$of[short, 2]
rows <- lapply(long, function(row) k$of[k$of[, 1] == row, 2:3, drop = FALSE])

slope <- function(inflow) function(t, m, ...) {
  change <- inflow
  for (j in seq_len(narrow)) change <- change + values[, j] * m[columns[, j]]
  for (i in seq_along(long)) change[long[i]] <- change[long[i]] + sum(rows[[i]][, 2] * m[rows[[i]][, 1]])
  list(change)
}

# Column by column, as lsodes wants it.
pattern <- k$of[order(k$of[, 2], k$of[, 1]), 1:2]

schedule <- as.matrix(read.csv(file.path(folder, "schedule.csv")))
outputs <- read.csv(file.path(folder, "outputs.csv"))[, 1]
watch <- read.csv(file.path(folder, "watch.csv"))[, 1] + 1
end <- max(outputs)
solution <- matrix(0, length(outputs), length(watch))
m <- numeric(n)
steps <- 0
started <- proc.time()[["elapsed"]]
for (segment in seq_len(nrow(schedule))) {
  from <- schedule[segment, 1]
  to <- if (segment < nrow(schedule)) min(schedule[segment + 1, 1], end) else end
  if (to <= from) next
  inside <- which(outputs > from & outputs <= to)
  times <- unique(c(from, outputs[inside], to))
  found <- lsodes(m, times, slope(as.vector(inputs %*% schedule[segment, -1])), rtol = rtol, atol = atol, maxsteps = 1e7,
                  sparsetype = "sparseusr", inz = pattern, lrw = 2000000)
  steps <- steps + attr(found, "istate")[2]
  solution[inside, ] <- found[match(outputs[inside], found[, 1]), watch + 1]
  m <- found[nrow(found), -1]
}
seconds <- proc.time()[["elapsed"]] - started

if (length(arguments) > 3) {
  text <- apply(cbind(outputs, solution), 1, function(row) paste(sprintf("%.17g", row), collapse = ","))
  writeLines(text, arguments[4])
}
cat(sprintf('{"n":%d,"rtol":%g,"atol":%g,"steps":%d,"seconds":%.6f}\n', n, rtol, atol, as.integer(steps), seconds))
