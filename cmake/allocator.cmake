# Gives a program mimalloc instead of the C library's allocator (docs/decisions/0021), but for
# programs under sanitizers, which bring their own. Without mimalloc the program is slower, no more.
if(NOT GONGKAI_SANITIZE)
  find_package(mimalloc 2.0 QUIET)
  if(NOT mimalloc_FOUND)
    message(STATUS "mimalloc is missing: the C library's allocator serves. Run tools/install.sh build.")
  endif()
endif()

# To be called before the program's other libraries are named: whose malloc is found first counts.
function(gongkai_use_allocator program)
  if(mimalloc_FOUND AND NOT GONGKAI_SANITIZE)
    target_link_libraries(${program} PRIVATE
      -Wl,--push-state,--no-as-needed mimalloc -Wl,--pop-state)
  endif()
endfunction()
